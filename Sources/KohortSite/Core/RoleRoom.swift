import KohortCore
import KohortWeb
import Tenancy

/// A room that somebody has something to do in, and by which of their roles.
struct RoleRoom: Hashable {
    enum Place: Hashable {
        case office, report, own
        case employer(OrganisationEntry)
    }

    let place: Place
    var roles: [Role]

    /// Where these roles have something to do: first where most of it is.
    static func all(of granted: [InvitePerson.GrantedRole], in consortium: Consortium) -> [RoleRoom] {
        var rooms: [RoleRoom] = []
        for grant in granted {
            guard let place = place(of: grant, in: consortium) else { continue }
            let index = rooms.firstIndex { $0.place == place } ?? rooms.endIndex
            if index == rooms.endIndex { rooms.append(RoleRoom(place: place, roles: [])) }
            if !rooms[index].roles.contains(grant.role) { rooms[index].roles.append(grant.role) }
        }
        return rooms.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
            .map(\.element)
    }

    private static func place(of grant: InvitePerson.GrantedRole, in consortium: Consortium) -> Place? {
        switch grant.role {
        case .lead: .office
        case .committee: .report
        case .trainee, .mentor, .supervisor: .own
        case .coordinator, .finance:
            consortium.organisations.first { grant.scope == .organisation($0.id) }.map(Place.employer)
        case .applicant, .integration: nil
        }
    }

    /// The committee reads; all others have something due.
    private var order: Int {
        switch place {
        case .office: 0
        case .employer: roles.contains(.coordinator) ? 1 : 2
        case .own: 3
        case .report: 4
        }
    }

    /// Its first page below the tenant's.
    var path: String {
        switch place {
        case .office: "/staff"
        case .report: "/report"
        case .own: "/me"
        case .employer(let employer):
            "/employer/\(employer.slug)" + (roles.contains(.coordinator) ? "" : "/invoices")
        }
    }
}

extension Visit {
    /// The rooms of the visitor's roles, the one where they begin first.
    var rooms: [RoleRoom] { RoleRoom.all(of: identity.roles, in: consortium) }
}
