import KohortCore

/// Where the seller is paid, with a valid check digit.
package struct PaymentAccount: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A Norwegian account of 11 digits.
        case bban
        /// 7–8 digits.
        case bankgiro
        /// 2–8 digits.
        case plusgiro
    }

    package let kind: Kind
    /// Without dots, dashes or spaces.
    package let digits: String

    /// Takes the digits with the usual separators; nil when their number or the check digit is wrong.
    package init?(_ text: String, kind: Kind) {
        let digits = String(text.unicodeScalars.filter { !" .-".unicodeScalars.contains($0) })
        guard let numbers = CheckDigit.digits(digits), Self.isValid(numbers, kind) else { return nil }
        (self.kind, self.digits) = (kind, digits)
    }

    private static func isValid(_ digits: [Int], _ kind: Kind) -> Bool {
        switch kind {
        case .bankgiro: (7...8).contains(digits.count) && CheckDigit.endsInLuhn(digits)
        case .plusgiro: (2...8).contains(digits.count) && CheckDigit.endsInLuhn(digits)
        case .bban: digits.count == 11 && isNorwegian(digits)
        }
    }

    /// Accounts whose fifth and sixth digits are zero are a bank's own and have no check digit.
    private static func isNorwegian(_ digits: [Int]) -> Bool {
        digits[4] == 0 && digits[5] == 0 || CheckDigit.account(Array(digits.prefix(10))) == digits[10]
    }

    package var country: OrganisationNumber.Country { kind == .bban ? .norway : .sweden }
}
