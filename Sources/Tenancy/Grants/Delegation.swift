import KohortCore
import KohortStore

/// Who may give and take which roles: who holds `giveAnyRole` on the object any, and others only those of the people
/// who follow trainees and look after invoices.
enum Delegation {
    static let roles: Set<Role> = [.supervisor, .mentor, .finance]

    static func covers(_ granted: InvitePerson.GrantedRole, in read: borrowing Read) throws -> Bool {
        if roles.contains(granted.role), granted.scope.organisation != nil { return true }
        return try read.may(.giveAnyRole, on: granted.scope.scope)
    }

    static func check(_ granted: InvitePerson.GrantedRole, in read: borrowing Read) throws {
        if try !covers(granted, in: read) { throw Rejection.forbidden }
    }
}

extension Permission {
    /// To make somebody lead, committee or coordinator, and to end that.
    package static let giveAnyRole = Permission("tenancy.role.give_any")
}
