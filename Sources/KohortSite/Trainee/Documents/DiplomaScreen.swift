import Delivery
import KohortApp
import KohortCore
import KohortWeb
import Tenancy

/// A diploma or certificate as it is printed, in the reader's language.
struct DiplomaScreen: Page {
    static let template = "trainee/document"
    let chrome: Chrome
    let back: String
    let title: String
    let content: IssuedDocument.Content
    let said: String
    let issued: String
    let code: String
    let verify: String
    let placements: [Fact]
    let goals: [String]
    let project: String?
    let isRevoked: Bool

    init(_ document: IssuedDocument, _ room: TraineeVisit) {
        let (visit, content) = (room.visit, document.content)
        let kind = "document.\(document.kind.rawValue)"
        title = room.text(kind)
        chrome = visit.chrome("\(title), \(content.name)")
        (back, self.content) = (visit.path(room.path()), content)
        let consortium = visit.consortium.profile.name.text(in: visit.language)
        said = room.text(
            "\(kind).said",
            ["dates": room.days(content.period), "employer": content.employer, "consortium": consortium])
        issued = room.text("document.issued", ["date": visit.format.date(document.issuedOn)])
        code = document.code.description
        verify = "\(visit.site.kohort.settings.baseURL)\(visit.path("/verification"))"
        placements = content.placements.map {
            Fact(room.days($0.period), [$0.host, $0.unit].compactMap(\.self).joined(separator: ", "))
        }
        goals = room.rules.goals.filter { content.goals.contains($0.slug) }.map { $0.text.text(in: visit.language) }
        project = content.project
        isRevoked = document.revokedAt != nil
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "back": .text { $0.back },
        "title": .text { $0.title },
        "name": .text { $0.content.name },
        "said": .text { $0.said },
        "issued": .text { $0.issued },
        "code": .text { $0.code },
        "verify": .text { $0.verify },
        "check": .text { "\($0.verify)?code=\($0.code)" },
        "placed": .flag { !$0.placements.isEmpty },
        "facts": .list { $0.placements },
        "reached": .flag { !$0.goals.isEmpty },
        "goals": .texts { $0.goals },
        "project": .text { $0.project },
        "revoked": .flag { $0.isRevoked },
    ]
}
