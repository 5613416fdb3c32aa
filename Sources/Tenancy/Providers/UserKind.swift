import KohortCore
import KohortStore

/// The kinds of people that a way in can be for.
package enum UserKind: String, Sendable, Codable, CaseIterable {
    /// Lead, committee, coordinators, finance contacts.
    case staff
    /// Mentors and supervisors.
    case follower
    case trainee
}

extension Role {
    /// Nil for roles that nobody signs in with.
    package var userKind: UserKind? {
        switch self {
        case .lead, .committee, .coordinator, .finance: .staff
        case .mentor, .supervisor: .follower
        case .trainee: .trainee
        case .applicant, .integration: nil
        }
    }
}

extension UserKind {
    /// What somebody is now, by the roles they hold.
    static func all(of person: PersonID, in read: borrowing Read) throws -> Set<UserKind> {
        Set(try Grant.current(of: person.description, in: read).compactMap(\.role.userKind))
    }
}
