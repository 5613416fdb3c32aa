import KohortCore

/// The terms trainees are employed on.
package struct EmploymentTerms: Equatable, Sendable, Codable {
    package let contracts: [ContractKind]
    /// The recommended default, one of the contracts (KS11-17).
    package let recommended: ContractKind?
    package let probationMonths: Int?
    /// How pay is set, such as a chapter of a collective agreement (KS11-19).
    package let pay: LocalizedText?
    /// The share of full pay during the programme (GEN-2).
    package let paySharePercent: Int?
    package let hireAtEnd: HireAtEnd?
    /// The trainee must stay after the programme (GEN-8).
    package let boundToStay: Bool
}

/// The kinds of contract.
package enum ContractKind: String, Sendable, Codable, CaseIterable { case permanent, temporary }

/// Whether the programme ends with an offer of employment (GEN-6, ROM-5).
package enum HireAtEnd: String, Sendable, Codable, CaseIterable { case open, usual, offered }

extension EmploymentTerms {
    init(_ keys: Keys) {
        contracts = keys.list("contracts", 1...2).map { $0.word(or: .permanent) }
        recommended = keys.optional("recommended")?.word(or: .permanent)
        probationMonths = keys.optional("probation_months")?.integer(0...12)
        pay = keys.optional("pay")?.localized()
        paySharePercent = keys.optional("pay_share_percent")?.integer(1...100)
        hireAtEnd = keys.optional("hire_at_end")?.word(or: .open)
        boundToStay = keys.optional("bound_to_stay")?.flag() ?? false
        keys.check(
            recommended.map(contracts.contains) ?? true, "recommended", with: ["contracts"], .valueConflict,
            allowed: "one of the contracts")
    }
}
