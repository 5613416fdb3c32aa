/// The terms trainees are employed on.
package struct EmploymentTerms: Hashable, Sendable, Codable {
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

    package init(
        contracts: [ContractKind] = [], recommended: ContractKind? = nil, probationMonths: Int? = nil,
        pay: LocalizedText? = nil, paySharePercent: Int? = nil, hireAtEnd: HireAtEnd? = nil, boundToStay: Bool = false
    ) {
        self.contracts = contracts
        self.recommended = recommended
        self.probationMonths = probationMonths
        self.pay = pay
        self.paySharePercent = paySharePercent
        self.hireAtEnd = hireAtEnd
        self.boundToStay = boundToStay
    }
}

/// How long an employer binds itself to a trainee (KS11-17).
package enum ContractKind: String, Sendable, Codable, CaseIterable { case permanent, temporary }

/// Whether the programme ends with an offer of employment (GEN-6, ROM-5).
package enum HireAtEnd: String, Sendable, Codable, CaseIterable { case open, usual, offered }

extension EmploymentTerms {
    /// The kinds of contract, the recommended one first (KS11-17).
    package var proposed: [ContractKind] {
        guard let recommended else { return contracts }
        return [recommended] + contracts.filter { $0 != recommended }
    }
}
