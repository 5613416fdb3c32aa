import KohortCore

extension EmploymentTerms {
    init(_ keys: Keys) {
        let contracts: [ContractKind] = keys.list("contracts", 1...2).map { $0.word(or: .permanent) }
        let recommended: ContractKind? = keys.optional("recommended")?.word(or: .permanent)
        let probationMonths: Int? = keys.optional("probation_months")?.integer(0...12)
        let pay: LocalizedText? = keys.optional("pay")?.localized()
        let paySharePercent: Int? = keys.optional("pay_share_percent")?.integer(1...100)
        let hireAtEnd: HireAtEnd? = keys.optional("hire_at_end")?.word(or: .open)
        let boundToStay: Bool = keys.optional("bound_to_stay")?.flag() ?? false
        keys.check(
            recommended.map(contracts.contains) ?? true, "recommended", with: ["contracts"], .valueConflict,
            allowed: "one of the contracts")
        self.init(
            contracts: contracts, recommended: recommended, probationMonths: probationMonths, pay: pay,
            paySharePercent: paySharePercent, hireAtEnd: hireAtEnd, boundToStay: boundToStay)
    }
}
