import KohortCore

extension Permission {
    /// Lays a definition file over the consortium.
    package static let applyDefinition = Permission("tenancy.definition.apply")
    package static let readDefinition = Permission("tenancy.definition.read")
    /// What the public pages show of the consortium; for everybody.
    package static let readFront = Permission("tenancy.front.read")
    package static let raiseMatter = Permission("tenancy.matter.raise")
    package static let settleMatter = Permission("tenancy.matter.settle")
    package static let readMatters = Permission("tenancy.matter.read")
    /// For everybody (KS06-3).
    package static let registerInterest = Permission("tenancy.interest.register")
    package static let readInterests = Permission("tenancy.interest.read")
}
