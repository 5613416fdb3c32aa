import KohortCore
import KohortStore

/// Makes the new address the person's own, by the link that came to it, opened by whoever asked. Links that went to the
/// former address open nothing any more, and it is told. `gone` for a link of somebody else's, a used or an old one;
/// `address.taken` where somebody else has come by the address since.
package struct ConfirmNewAddress: Command {
    package static let permission = Permission.keepOwnWays
    package static let events: [any Event.Type] = [AddressChanged.self]
    package var scope: Scope { .consortium }
    package let linkHash: String

    package init(linkHash: String) { self.linkHash = linkHash }

    package func perform(in write: borrowing Write) throws -> Done {
        guard case .person(let id) = write.actor else { throw Rejection.forbidden }
        guard
            let change = try write.first(AddressChange.self, "where person = \(id) and link_hash = \(linkHash)"),
            change.isOpen(at: write.now)
        else { throw Rejection.gone }
        guard try !AddressChange.isTaken(change.email, in: write.read) else {
            throw Rejection.conflict("address.taken")
        }
        let person = try write.find(Person.self, id)
        try write.execute(
            "update person set email = \(change.email), email_key = \(change.email.key) where id = \(id)")
        try write.execute(
            """
            update address_change set former = \(person.email), link_hash = null
            where person = \(id) and asked_at = \(change.askedAt)
            """)
        try write.execute(
            "delete from sign_in_link where actor_kind = 'person' and actor_id = \(id) and used_at is null")
        try write.record(AddressChanged(person: id))
        try write.enqueue(AddressChangedLetter(person: id, askedAt: change.askedAt))
        return Done()
    }
}

/// A person has another address.
package struct AddressChanged: Event {
    package static let name = "tenancy.address.changed"
    package let person: PersonID
    package var subject: Subject { Subject("person", person) }
    package var audience: Audience { .internal }
}

/// Tells the former address.
package struct AddressChangedLetter: Letter, Hashable {
    package static let kind = "tenancy.address.changed"
    package let person: PersonID
    package let askedAt: Instant
}

/// Whose address was changed by a request of that time, and what it was before; a later change does not hide it.
package struct FormerAddress: Query {
    package static let permission = Permission.answerSignIn
    package let scope = Scope.consortium
    package let person: PersonID
    package let askedAt: Instant

    package init(person: PersonID, askedAt: Instant) { (self.person, self.askedAt) = (person, askedAt) }

    package struct Found: Hashable, Sendable {
        package let person: Person
        package let former: EmailAddress
    }

    package func fetch(in read: borrowing Read) throws -> Found? {
        let change = try read.first(AddressChange.self, "where person = \(person) and asked_at = \(askedAt)")
        guard let former = change?.former else { return nil }
        return Found(person: try read.find(Person.self, person), former: former)
    }
}
