import Hummingbird
import KohortCore
import KohortWeb
import Tenancy

/// The municipalities that wish to take part, and whom to talk to (KS06-3).
enum InterestsDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let programmes = try await visit.fetch(ProgrammeList())
        return try visit.page(InterestsScreen(visit, try await visit.fetch(InterestList()), programmes))
    }
}

/// The newest first.
struct InterestsScreen: Page {
    static let template = "staff/interests"
    let chrome: Chrome
    let head: DeskHead
    let interests: [InterestLine]

    init(_ visit: Visit, _ interests: [Interest], _ programmes: [Programme]) {
        let title = visit.text("staff.interests.heading")
        (chrome, head) = (visit.chrome(title), visit.staffHead(.interests, title))
        self.interests = interests.map { InterestLine($0, programmes, visit) }
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "any": .flag { !$0.interests.isEmpty },
        "interests": .list { $0.interests },
    ]
}

/// One municipality's wish.
struct InterestLine: PageModel {
    let interest: Interest
    let programme: String
    let registeredOn: String

    init(_ interest: Interest, _ programmes: [Programme], _ visit: Visit) {
        self.interest = interest
        programme = programmes.first { $0.id == interest.programme }?.definition.name.text(in: visit.language) ?? ""
        registeredOn = visit.format.time(interest.registeredAt)
    }

    static let fields: [String: PageField<Self>] = [
        "registeredOn": .text { $0.registeredOn },
        "municipality": .text { $0.interest.municipality },
        "programme": .text { $0.programme },
        "name": .text { $0.interest.contactName },
        "email": .text { $0.interest.contactEmail.text },
        "phone": .text { $0.interest.contactPhone },
        "message": .text { $0.interest.message },
    ]
}
