import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment
import Tenancy

/// A visit to one employer's room, by somebody who works there.
struct EmployerVisit: Sendable {
    let visit: Visit
    let employer: OrganisationEntry

    /// The employer that the address names. Who holds none of the roles for it finds no such room; a visitor who is
    /// not signed in is asked to sign in first.
    init(_ visit: Visit, _ roles: Set<Role>) throws {
        let slug = try visit.context.slug("employer")
        if visit.actor == .anonymous { throw Rejection.forbidden }
        guard let employer = visit.consortium.organisations.first(where: { $0.slug == slug }),
            visit.identity.roles.contains(where: { roles.contains($0.role) && $0.reaches(employer.id) })
        else { throw Rejection.notFound }
        self.init(visit, of: employer)
    }

    /// Of an employer at which the visitor holds a role.
    init(_ visit: Visit, of employer: OrganisationEntry) { (self.visit, self.employer) = (visit, employer) }

    /// Whether the visitor decides for the employer; otherwise it is the lead, who looks after its list.
    var isCoordinator: Bool {
        visit.identity.roles.contains { $0.role == .coordinator && $0.reaches(employer.id) }
    }

    /// Whether the visitor looks after what the employer pays, and nothing else.
    var isFinance: Bool {
        visit.identity.roles.contains { $0.role == .finance && $0.reaches(employer.id) }
    }

    var name: String { employer.name.text(in: visit.language) }

    /// The path of one of this room's pages below the tenant's.
    func path(_ rest: String) -> String { "/employer/\(employer.slug)\(rest)" }
    /// The same as an address.
    func address(_ rest: String) -> String { visit.path(path(rest)) }

    /// The round that the address names (`?round=`), or else the nearest one that is not over.
    func round(_ query: QueryParameters) async throws -> Round {
        let rounds = try await visit.fetch(RoundList())
        if let slug = query["round"] {
            guard let round = rounds.first(where: { $0.slug.text == slug }) else { throw Rejection.notFound }
            return round
        }
        guard let round = rounds.last(where: { $0.closedAt == nil }) ?? rounds.first else { throw Rejection.notFound }
        return round
    }

    /// The round of a form that is sent to `…?round=`.
    func round(of request: Request) async throws -> Round { try await round(try QueryParameters(request)) }
}

extension InvitePerson.GrantedRole {
    func reaches(_ organisation: OrganisationID) -> Bool {
        scope == .consortium || scope == .organisation(organisation)
    }
}
