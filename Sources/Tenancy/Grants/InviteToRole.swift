import KohortCore
import KohortStore

/// Gives somebody a role, from and to, and mails them an invitation to sign in by.
package struct InviteToRole: Command {
    package static let permission = Permission.invitePerson
    package static let events: [any Event.Type] = [RoleGranted.self]
    package var scope: Scope { role.scope.scope }
    package let email: EmailAddress
    package let name: String
    package let language: Language
    package let role: InvitePerson.GrantedRole
    /// From now unless given.
    package let firstDay: LocalDate?
    /// Without an end unless given.
    package let lastDay: LocalDate?
    /// Whose days these are.
    package let zone: Zone

    package init(
        email: EmailAddress, name: String, language: Language, role: InvitePerson.GrantedRole,
        firstDay: LocalDate? = nil, lastDay: LocalDate? = nil, zone: Zone
    ) {
        (self.email, self.name, self.language, self.role) = (email, name, language, role)
        (self.firstDay, self.lastDay, self.zone) = (firstDay, lastDay, zone)
    }

    package func perform(in write: borrowing Write) throws -> PersonID {
        try Delegation.check(role, in: write.read)
        var problems: [FieldProblem] = []
        let name = WrittenText.line(name, field: "name", problems: &problems)
        if let problem = role.problem { problems.append(problem) }
        let from = firstDay.map { max(zone.start(of: $0), write.now) } ?? write.now
        let until = lastDay.map { zone.start(of: $0.adding(days: 1)) }
        if let until, until <= from {
            let before = zone.date(at: from).adding(days: -1)
            problems.append(FieldProblem("last_day", "date.order", ["after": before.description]))
        }
        try problems.throwIfAny()
        let person = try Person.enrol(email, name: name, language: language, in: write)
        if try Grant.give(role.role, on: role.scope, to: person.description, from: from, until: until, in: write) {
            try write.record(RoleGranted(person: person, role: role.role, organisation: role.scope.organisation))
        }
        try write.enqueue(InvitationLetter(person: person))
        return person
    }
}

/// Invites to sign in.
package struct InvitationLetter: Letter {
    package static let kind = "tenancy.invitation"
    package let person: PersonID
}

/// Mails an invitation once more, to somebody who has a role on an object; the one before opens nothing any more.
package struct InviteAgain: Command {
    package static let permission = Permission.invitePerson
    package static let events: [any Event.Type] = []
    package var scope: Scope { held.scope }
    package let person: PersonID
    package let held: GrantScope

    package init(person: PersonID, on held: GrantScope) { (self.person, self.held) = (person, held) }

    package func perform(in write: borrowing Write) throws -> Done {
        let grants = try Grant.open(of: person.description, in: write.read).filter { $0.scope == held }
        guard !grants.isEmpty else { throw Rejection.notFound }
        for grant in grants { try Delegation.check(InvitePerson.GrantedRole(grant.role, on: held), in: write.read) }
        try write.enqueue(InvitationLetter(person: person))
        return Done()
    }
}
