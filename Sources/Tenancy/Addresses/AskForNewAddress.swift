import KohortCore
import KohortStore

/// Asks for a link to a new address of one's own, which makes it the address once it is opened. It does the same whether
/// somebody else has that address or not; a further ask voids the one before.
package struct AskForNewAddress: Command {
    package static let permission = Permission.keepOwnWays
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }
    package let email: EmailAddress

    package init(email: EmailAddress) { self.email = email }

    package func perform(in write: borrowing Write) throws -> Done {
        guard case .person(let person) = write.actor else { throw Rejection.forbidden }
        guard try write.find(Person.self, person).email.key != email.key else {
            throw Rejection.invalid("email", "address.same")
        }
        try write.execute("delete from address_change where person = \(person) and former is null")
        try write.insert(AddressChange(person: person, email: email, askedAt: write.now))
        try write.enqueue(NewAddressLetter(person: person))
        return Done()
    }
}

/// Brings the link to the new address.
package struct NewAddressLetter: Letter, Hashable {
    package static let kind = "tenancy.address.new"
    package let person: PersonID
}

/// Whom the link goes to, and where. Nil when there is nothing to confirm any more, or the address is somebody else's.
package struct NewAddressAsked: Query {
    package static let permission = Permission.answerSignIn
    package let scope = Scope.consortium
    package let person: PersonID

    package init(person: PersonID) { self.person = person }

    package struct Found: Hashable, Sendable {
        package let person: Person
        package let email: EmailAddress
    }

    package func fetch(in read: borrowing Read) throws -> Found? {
        guard let change = try read.first(AddressChange.self, "where person = \(person) and former is null"),
            change.isOpen(at: read.now), try !AddressChange.isTaken(change.email, in: read)
        else { return nil }
        return Found(person: try read.find(Person.self, person), email: change.email)
    }
}

/// Makes the link that the letter brings.
package struct AnswerNewAddress: Command {
    package static let permission = Permission.answerSignIn
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }
    package let person: PersonID
    package let linkHash: String

    package init(person: PersonID, linkHash: String) { (self.person, self.linkHash) = (person, linkHash) }

    package func perform(in write: borrowing Write) throws -> Done {
        try write.execute(
            "update address_change set link_hash = \(linkHash) where person = \(person) and former is null")
        return Done()
    }
}
