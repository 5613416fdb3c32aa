import KohortStore

/// The tables of tenancy in each tenant's own database.
package enum TenancySchema {
    package static let module = SchemaModule(
        "tenancy",
        [
            ConsortiumTable.migration, Organisation.migration, Membership.migration, Body.migration,
            Programme.migration, Cohort.migration, RoundPlan.migration, Matter.migration, Interest.migration,
            Occasion.migration, Person.migration, Grant.migration, SignInLink.migration, APIToken.migration,
            Grant.widening, Webhook.migration, Provider.migration, SignIn.means, SignInLink.kinds,
            SignInRequest.migration, APIToken.scoping, Password.migration, AddressChange.migration,
            ProviderAttempt.again, ProviderSession.migration,
        ])
}

/// The tables of the installation's registry.
package enum RegistrySchema {
    package static let module = SchemaModule("registry", [Tenant.migration])
}
