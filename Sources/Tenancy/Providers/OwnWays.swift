import KohortCore
import KohortStore

/// How the person who is signed in can come in, and which providers they could link.
package struct OwnWays: Query {
    package static let permission = Permission.keepOwnWays
    package let scope = Scope.consortium

    package init() {}

    package struct Answer: Hashable, Sendable {
        /// The oldest first.
        package let linked: [LinkedIdentity]
        /// Those that are good enough for all that the person is, by label.
        package let offered: [OfferedProviders.Line]
        /// Every provider's label, by slug.
        package let labels: [Slug: String]
    }

    /// Whether somebody who can be signed in has; an applicant has none.
    static func has(_ actor: Actor, in read: borrowing Read) throws -> Bool {
        guard case .person(let person) = actor else { return false }
        return try has(person, in: read)
    }

    /// Whether a person has a password or a linked identity.
    static func has(_ person: PersonID, in read: borrowing Read) throws -> Bool {
        let passwords = try read.count("select count(*) from password where person = \(person)")
        return try passwords + read.count("select count(*) from linked_identity where person = \(person)") > 0
    }

    package func fetch(in read: borrowing Read) throws -> Answer {
        guard case .person(let person) = read.actor else { throw Rejection.forbidden }
        let providers = try read.all(Provider.self, "order by label, slug")
        let kinds = try UserKind.all(of: person, in: read)
        return Answer(
            linked: try read.all(LinkedIdentity.self, "where person = \(person) order by linked_at, id"),
            offered: providers.filter { $0.opens(kinds) }.map { .init(slug: $0.slug, label: $0.label) },
            labels: Dictionary(uniqueKeysWithValues: providers.map { ($0.slug, $0.label) }))
    }
}
