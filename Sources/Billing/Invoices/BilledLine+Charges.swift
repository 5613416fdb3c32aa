import KohortCore

extension BilledLine {
    /// The lines of an invoice: the charges of one fee at one price are one line, so that n trainees are n × the fee
    /// (KS11-35). No trainee is named.
    static func lines(of charges: [Charge], in cohort: String, _ language: Language) throws(Rejection) -> [BilledLine]
    {
        var groups: [[Charge]] = []
        for charge in charges {
            let group = groups.firstIndex { $0[0].fee == charge.fee && $0[0].amount == charge.amount }
            if let group { groups[group].append(charge) } else { groups.append([charge]) }
        }
        var lines: [BilledLine] = []
        for group in groups {
            lines.append(
                BilledLine(
                    position: lines.count + 1, text: group[0].name.text(in: language) + ", " + cohort,
                    quantity: group.count, price: group[0].amount, amount: try Money.sum(group.map(\.amount))))
        }
        return lines
    }
}
