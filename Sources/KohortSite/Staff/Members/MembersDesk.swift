import Hummingbird
import KohortCore
import KohortWeb
import Tenancy

/// The consortium's members and bodies, as the definition has them.
enum MembersDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let definition = try await visit.fetch(CurrentDefinition()) else { throw Rejection.notFound }
        return try visit.page(MembersScreen(visit, definition))
    }
}

/// Members with their history, and bodies with the names they had before (ROM-1).
struct MembersScreen: Page {
    static let template = "staff/members"
    let chrome: Chrome
    let head: DeskHead
    let members: [MemberLine]
    let bodies: [BodyLine]
    let leadership: [Fact]

    init(_ visit: Visit, _ definition: ConsortiumDefinition) {
        let title = visit.text("staff.members.heading")
        (chrome, head) = (visit.chrome(title), visit.staffHead(.members, title))
        members = definition.memberships.map { MemberLine($0, definition, visit) }
            .sorted { $0.names.alphabetical < $1.names.alphabetical }
        bodies = definition.bodies.map { BodyLine($0, definition, visit) }
        leadership =
            definition.consortium.leadership.map { leadership in
                [
                    Fact(visit.text("staff.body.hires"), definition.name(ofBody: leadership.hiredBy, visit)),
                    Fact(visit.text("staff.body.reports_to"), definition.name(ofBody: leadership.reportsTo, visit)),
                ]
            } ?? []
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "anyMembers": .flag { !$0.members.isEmpty },
        "members": .list { $0.members },
        "anyBodies": .flag { !$0.bodies.isEmpty },
        "bodies": .list { $0.bodies },
        "led": .flag { !$0.leadership.isEmpty },
        "facts": .list { $0.leadership },
    ]
}

extension ConsortiumDefinition {
    func name(ofBody slug: Slug, _ visit: Visit) -> String {
        bodies.first { $0.slug == slug }?.name.text(in: visit.language) ?? slug.text
    }
}
