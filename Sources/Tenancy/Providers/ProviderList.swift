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

/// What the page for signing in offers: each provider's slug and label, by label.
package struct OfferedProviders: Query {
    package static let permission = Permission.signIn
    package let scope = Scope.consortium

    package init() {}

    package struct Line: Hashable, Sendable {
        package let slug: Slug
        package let label: String
    }

    package func fetch(in read: borrowing Read) throws -> [Line] {
        try read.all(Provider.self, "order by label, slug").map { Line(slug: $0.slug, label: $0.label) }
    }
}
