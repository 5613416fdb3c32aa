import KohortCore
import Tenancy

/// What a programme costs, aims at and binds people to.
extension RuleFacts {
    /// What is paid, and what for (KS11-36).
    func words(_ fee: FeeDefinition) -> String {
        let cost = say(
            "fee",
            [
                "name": fee.name.text(in: visit.language), "amount": words(fee.amount),
                "per": say("per.\(fee.per.rawValue)"), "payer": say("paid_by.\(fee.paidBy.rawValue)"),
            ])
        guard !fee.covers.isEmpty else { return cost }
        let covered = visit.format.list(fee.covers.map(words))
        return visit.text("terms.fee.covers", ["fee": cost, "covered": covered])
    }

    func criteria(_ rules: SelectionRules) -> [String] {
        rules.criteria.map { visit.text("terms.criterion.\($0.rawValue)") }
    }

    /// `69 000 NOK`, with the minor units only where there are any.
    private func words(_ amount: Money) -> String {
        let isWhole = amount.minorUnits % 100 == 0
        let number = visit.format.decimal(Double(amount.minorUnits) / 100, places: isWhole ? 0 : 2)
        return "\(number) \(amount.currency.rawValue)"
    }

    func words(_ target: TargetDefinition) -> String {
        let measure = say("measure.\(target.measure.rawValue)")
        if let percent = target.atLeastPercent, let whole = target.of {
            return say(
                "target.share",
                [
                    "measure": measure, "percent": visit.format.percent(Double(percent) / 100),
                    "of": say("measure.\(whole.rawValue)"),
                ])
        }
        return say("target.number", ["measure": measure, "number": visit.format.number(target.atLeast ?? 0)])
    }

    func employment(_ terms: EmploymentTerms) -> [String] {
        let contracts = terms.contracts.map { contract in
            let name = visit.text("desk.contract.\(contract.rawValue)")
            return terms.recommended == contract ? say("contract.recommended", ["contract": name]) : name
        }
        return contracts
            + [
                terms.probationMonths.map { say("probation", ["months": String($0)]) },
                terms.pay?.text(in: visit.language),
                terms.paySharePercent.map { say("pay_share", ["percent": visit.format.percent(Double($0) / 100)]) },
                terms.hireAtEnd.map { say("hire.\($0.rawValue)") },
                terms.boundToStay ? say("bound") : visit.text("terms.free"),
            ].compactMap(\.self)
    }
}
