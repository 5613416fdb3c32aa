import Billing
import Delivery
import KohortStore
import Recruitment
import Tenancy

extension Schema {
    /// A tenant's whole schema, in the order in which modules may refer to each other.
    package static let tenant = Schema([
        StoreSchema.module, TenancySchema.module, RecruitmentSchema.module, DeliverySchema.module,
        BillingSchema.module,
    ])
    /// The registry's.
    package static let registry = Schema([StoreSchema.module, RegistrySchema.module])
}
