import KohortCore
import KohortStore

/// The tenant's providers in full, by slug.
package struct ProviderList: Query {
    package static let permission = Permission.manageProviders
    package let scope = Scope.consortium

    package init() {}

    package func fetch(in read: borrowing Read) throws -> [Provider] {
        try read.all(Provider.self, "order by slug")
    }
}

/// What the page for signing in offers: each provider's slug and label, by label, and whether there are passwords.
package struct OfferedProviders: Query {
    package static let permission = Permission.signIn
    package let scope = Scope.consortium

    package init() {}

    package struct Line: Hashable, Sendable {
        package let slug: Slug
        package let label: String
    }

    package struct Answer: Hashable, Sendable {
        package let providers: [Line]
        package let takesPasswords: Bool
    }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let providers = try read.all(Provider.self, "order by label, slug")
        let isForStaff = providers.contains { $0.opens([.staff]) }
        let takesPasswords = try !isForStaff || read.count("select count(*) from password") > 0
        return Answer(
            providers: providers.map { Line(slug: $0.slug, label: $0.label) }, takesPasswords: takesPasswords)
    }
}
