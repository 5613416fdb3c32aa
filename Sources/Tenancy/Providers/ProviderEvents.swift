import KohortCore

/// A provider was added or changed.
package struct ProviderSet: Event {
    package static let name = "tenancy.provider.set"
    package let consortium: TenantID
    package let provider: Slug
    package var subject: Subject { Subject("consortium", consortium) }
    package var audience: Audience { .internal }
}

/// Nobody comes in by a provider any more.
package struct ProviderRemoved: Event {
    package static let name = "tenancy.provider.removed"
    package let consortium: TenantID
    package let provider: Slug
    package var subject: Subject { Subject("consortium", consortium) }
    package var audience: Audience { .internal }
}

/// A person can come in by an identity of a provider's; which one is in no journal.
package struct IdentityLinked: Event {
    package static let name = "tenancy.identity.linked"
    package let identity: LinkedIdentityID
    package let person: PersonID
    package let provider: Slug
    package var subject: Subject { Subject("person", person) }
    package var audience: Audience { .internal }
}

/// A person no longer comes in by such an identity.
package struct IdentityUnlinked: Event {
    package static let name = "tenancy.identity.unlinked"
    package let identity: LinkedIdentityID
    package let person: PersonID
    package var subject: Subject { Subject("person", person) }
    package var audience: Audience { .internal }
}

/// Sign-ins of a person ended since the provider said that they had signed out there.
package struct ProviderSessionsEnded: Event {
    package static let name = "tenancy.provider.sessions_ended"
    package let person: PersonID
    package let provider: Slug
    package let count: Int
    package var subject: Subject { Subject("person", person) }
    package var audience: Audience { .internal }
}
