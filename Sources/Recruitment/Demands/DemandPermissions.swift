import KohortCore

extension Permission {
    package static let readDemand = Permission("recruitment.demand.read")
    package static let stateDemand = Permission("recruitment.demand.state")
    package static let changeDemand = Permission("recruitment.demand.change")
    package static let withdrawDemand = Permission("recruitment.demand.withdraw")
    /// To state an employer's demand after the deadline: the lead's override (KS11-2).
    package static let overrideDemandDeadline = Permission("recruitment.demand.override")
    package static let decideDemand = Permission("recruitment.demand.decide")
}
