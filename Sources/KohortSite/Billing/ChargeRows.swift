import Billing
import KohortCore
import KohortWeb

extension Visit {
    /// A charge in a table: who pays, the fee with its part where there are several, how much, and where it stands.
    func cells(of line: ChargeList.Line) -> [String] {
        let charge = line.charge
        let name = charge.name.text(in: language)
        let fee = charge.part > 1 ? text("charge.part", ["fee": name, "part": String(charge.part)]) : name
        return [line.payer.name, fee, format.money(charge.amount), text("charge.state.\(charge.state.rawValue)")]
    }

    /// The heads of such a table, after the name of what the charge is for.
    var chargeHeads: [String] { ["payer", "fee", "amount", "state"].map { text("charge.\($0)") } }
}

extension [ChargeList.Line] {
    /// What is owed or paid for: all but what was cancelled; nil where nothing is.
    var owed: Money? {
        let standing = map(\.charge).filter { $0.state != .cancelled }
        guard let currency = standing.first?.amount.currency else { return nil }
        return Money(minorUnits: standing.reduce(0) { $0 + $1.amount.minorUnits }, currency)
    }
}
