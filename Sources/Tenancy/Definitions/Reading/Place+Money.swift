import KohortCore

extension Place {
    /// An amount as `69000 NOK` or `3833.33 NOK`, never negative, in the currency of the consortium.
    func money() -> Money {
        let standIn = Money(minorUnits: 0, ledger.currency ?? .nok)
        let currencies = Currency.allCases.map(\.rawValue).joined(separator: " or ")
        guard let money = value("an amount such as 69000 NOK, in \(currencies)", .valueType, Self.money) else {
            return standIn
        }
        if money.minorUnits < 0 { report(.moneyNegative, allowed: "0 or more") }
        if let currency = ledger.currency, money.currency != currency {
            report(.moneyCurrency, allowed: "\(currency.rawValue), the currency of the consortium")
        }
        return money
    }

    private static func money(_ text: String) -> Money? {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2, let currency = Currency(rawValue: String(words[1])) else { return nil }
        let isNegative = words[0].hasPrefix("-")
        let parts = words[0].dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = digits(parts.first, 1...12), parts.count < 3 else { return nil }
        guard let hundredths = parts.count == 1 ? 0 : digits(parts[1], 2...2) else { return nil }
        let minorUnits = whole * 100 + hundredths
        return Money(minorUnits: isNegative ? -minorUnits : minorUnits, currency)
    }

    private static func digits(_ text: Substring?, _ count: ClosedRange<Int>) -> Int64? {
        guard let text, count.contains(text.utf8.count) else { return nil }
        guard text.utf8.allSatisfy(\.isDigit) else { return nil }
        return Int64(text)
    }
}
