import KohortCore

extension Format {
    /// `69 000,00 NOK`, always to the øre; in English `69,000.00 NOK`.
    func money(_ money: Money) -> String {
        let magnitude = money.minorUnits.magnitude
        let cents = String(magnitude % 100)
        let fraction = (cents.count < 2 ? "0" : "") + cents
        let sign = money.minorUnits < 0 ? "−" : ""
        return sign + number(Int(magnitude / 100)) + (language == .en ? "." : ",") + fraction + "\u{A0}"
            + money.currency.rawValue
    }
}
