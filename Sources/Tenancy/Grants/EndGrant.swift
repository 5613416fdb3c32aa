import KohortCore
import KohortStore

/// Ends a person's role; it acts on their next request.
package struct EndGrant: Command {
    package static let permission = Permission.invitePerson
    package static let events: [any Event.Type] = [RoleEnded.self]
    package var scope: Scope { held.scope }
    package let grant: GrantID
    /// What it is held on; a grant elsewhere is not found.
    package let held: GrantScope

    package init(grant: GrantID, on held: GrantScope) { (self.grant, self.held) = (grant, held) }

    package func perform(in write: borrowing Write) throws -> Done {
        let grant = try write.find(Grant.self, grant)
        guard grant.scope == held, let person = PersonID(grant.holder), try isPerson(person, in: write.read),
            grant.untilAt.map({ $0 > write.now }) ?? true
        else { throw Rejection.notFound }
        try Delegation.check(InvitePerson.GrantedRole(grant.role, on: held), in: write.read)
        if grant.role == .lead, try isLastLead(grant, in: write.read) {
            throw Rejection.conflict("grant.last_lead")
        }
        try write.execute("update role_grant set until_at = \(write.now) where id = \(grant.id)")
        try write.record(RoleEnded(person: person, role: grant.role, on: held))
        return Done()
    }

    private func isPerson(_ person: PersonID, in read: borrowing Read) throws -> Bool {
        try read.count("select count(*) from person where id = \(person)") > 0
    }

    /// A consortium is never without somebody who can let others in.
    private func isLastLead(_ grant: Grant, in read: borrowing Read) throws -> Bool {
        try read.count(
            """
            select count(*) from role_grant where role = \(Role.lead) and scope_kind = 'consortium'
                and holder in (select id from person) and holder <> \(grant.holder)
                and from_at <= \(read.now) and until_at is null
            """) == 0
    }
}
