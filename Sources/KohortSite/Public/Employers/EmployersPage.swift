import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment
import Tenancy

/// The page of employers.
enum EmployerListDesk {
    static func list(_ request: Request, _ visit: Visit) async throws -> EmployersPage {
        EmployersPage(
            visit, seeking: try await visit.fetch(SeekingEmployers()),
            members: try await visit.fetch(EmployerDirectory()))
    }
}

/// The employers that seek trainees (KS11-7), then the other members.
struct EmployersPage: Page {
    static let template = "public/employers"
    let chrome: Chrome
    let seeking: [EmployerCard]
    let others: [DirectoryLine]

    init(_ visit: Visit, seeking: [SeekingEmployers.Employer], members: [DirectoryEntry]) {
        chrome = visit.chrome(visit.text("employers.title"))
        self.seeking = seeking.map { EmployerCard(visit, $0) }
        let shown = Set(seeking.map(\.organisation))
        others = members.filter { !shown.contains($0.id) }.map { DirectoryLine(visit, $0) }
            .sorted { $0.name.alphabetical < $1.name.alphabetical }
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "anySeeking": .flag { !$0.seeking.isEmpty },
        "seeking": .list { $0.seeking },
        "anyOthers": .flag { !$0.others.isEmpty },
        "others": .list { $0.others },
    ]
}

/// A member that has no vacancy now.
struct DirectoryLine: PageModel {
    let name: String
    let kind: String

    init(_ visit: Visit, _ member: DirectoryEntry) {
        name = member.definition.name.text(in: visit.language)
        kind = visit.text("kind.\(member.definition.kind.rawValue)")
    }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name },
        "kind": .text { $0.kind },
    ]
}
