import KohortCore
import KohortStore

/// That a person wants another address, until it is confirmed; and then what the former one was, to tell it.
package struct AddressChange: Record, Hashable {
    package static let table: StaticString = "address_change"
    package static let columns: [StaticString] = ["person", "email", "former", "link_hash", "asked_at"]
    /// As long as a link that starts a new password elsewhere: it is opened by somebody who waits for it.
    package static let lasting = Duration.seconds(60 * 60)
    /// How long one is kept for the letter to the former address.
    static let keptDays = 7

    package let person: PersonID
    package let email: EmailAddress
    /// Nil until it is confirmed.
    package let former: EmailAddress?
    /// Of the secret in the link to the new address; nil until the letter is written, and once it is used.
    let linkHash: String?
    let askedAt: Instant

    init(person: PersonID, email: EmailAddress, askedAt: Instant) {
        (self.person, self.email, self.askedAt) = (person, email, askedAt)
        (former, linkHash) = (nil, nil)
    }

    package init(_ tuple: borrowing Tuple) throws {
        (person, email, former) = (try tuple[0], try tuple[1], try tuple[2])
        (linkHash, askedAt) = (try tuple[3], try tuple[4])
    }

    package var values: [SQLValue] {
        [person.sqlValue, email.sqlValue, former.sqlValue, linkHash.sqlValue, askedAt.sqlValue]
    }

    func isOpen(at now: Instant) -> Bool { former == nil && now < askedAt.adding(Self.lasting) }

    static func isTaken(_ email: EmailAddress, in read: borrowing Read) throws -> Bool {
        try read.count("select count(*) from person where email_key = \(email.key)") > 0
    }

    static func sweep(in write: borrowing Write) throws {
        try write.execute("delete from address_change where asked_at <= \(write.now.adding(days: -keptDays))")
    }

    static let migration = Migration(
        "address-changes",
        [
            """
            create table address_change (person \(.text) not null references person (id), email \(.text) not null, \
            former \(.text), link_hash \(.text), asked_at \(.integer) not null, primary key (person, asked_at))
            """
        ])
}
