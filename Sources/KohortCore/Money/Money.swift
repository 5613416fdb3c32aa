/// An amount in integer minor units (øre, öre) of one currency. Never a floating-point number.
package struct Money: Hashable, Sendable, Codable, CustomStringConvertible {
    package let minorUnits: Int64
    package let currency: Currency

    package init(minorUnits: Int64, _ currency: Currency) { (self.minorUnits, self.currency) = (minorUnits, currency) }

    /// Nil when the currencies differ or the sum overflows.
    package func adding(_ other: Money) -> Money? {
        guard currency == other.currency else { return nil }
        let (sum, overflow) = minorUnits.addingReportingOverflow(other.minorUnits)
        return overflow ? nil : Money(minorUnits: sum, currency)
    }

    /// The share `numerator`/`denominator`, rounded half away from zero, so that a credit mirrors its charge.
    /// Nil without a positive denominator, or when the result does not fit.
    package func share(_ numerator: Int64, of denominator: Int64) -> Money? {
        guard denominator > 0 else { return nil }
        let (quotient, remainder) = (Int128(minorUnits) * Int128(numerator)).quotientAndRemainder(
            dividingBy: Int128(denominator))
        let rounded = remainder.magnitude * 2 >= denominator.magnitude ? quotient + remainder.signum() : quotient
        return Int64(exactly: rounded).map { Money(minorUnits: $0, currency) }
    }

    /// `count` parts that sum exactly to the whole, by largest remainder: the first parts bear the odd minor units.
    package func split(into count: Int) -> [Money] {
        guard count > 0 else { return [] }
        let (each, rest) = minorUnits.quotientAndRemainder(dividingBy: Int64(count))
        return (0..<count).map { index in
            let extra: Int64 = index < Int(rest.magnitude) ? rest.signum() : 0
            return Money(minorUnits: each + extra, currency)
        }
    }

    /// `69000.00 NOK`; pages write it in the reader's form.
    package var description: String {
        let (whole, rest) = minorUnits.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(minorUnits < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest) \(currency.rawValue)"
    }
}
