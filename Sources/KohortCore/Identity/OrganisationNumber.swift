/// A Norwegian (9 digits, modulus 11) or Swedish (10 digits, Luhn) organisation number with a valid check digit.
package struct OrganisationNumber: Hashable, Sendable, Codable {
    package enum Country: String, Sendable, Codable { case norway = "NO", sweden = "SE" }

    package let country: Country
    /// The digits alone, as registries store them.
    package let digits: String

    /// Takes the digits with or without spaces, and with the Swedish hyphen; nil when the check digit is wrong.
    package init?(_ text: String, country: Country) {
        let separators: [UInt8] = country == .sweden ? [UInt8(ascii: "-"), UInt8(ascii: " ")] : [UInt8(ascii: " ")]
        let bytes = text.utf8.filter { !separators.contains($0) }
        guard bytes.allSatisfy(\.isDigit) else { return nil }
        let numbers = bytes.map { Int($0 - UInt8(ascii: "0")) }
        guard country == .norway ? Self.isNorwegian(numbers) : Self.isSwedish(numbers) else { return nil }
        self.country = country
        digits = String(decoding: bytes, as: UTF8.self)
    }

    /// Enhetsregisteret: weights 3 2 7 6 5 4 3 2, modulus 11; a remainder of 1 has no check digit.
    private static func isNorwegian(_ numbers: [Int]) -> Bool {
        guard numbers.count == 9 else { return false }
        let sum = zip(numbers, [3, 2, 7, 6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
        return (11 - sum % 11) % 11 == numbers[8]
    }

    /// Bolagsverket: Luhn over ten digits; the third digit is at least 2, which tells it from a personal number.
    private static func isSwedish(_ numbers: [Int]) -> Bool {
        guard numbers.count == 10, numbers[2] >= 2 else { return false }
        let sum = numbers.enumerated().reduce(0) { total, digit in
            let doubled = digit.element * (digit.offset % 2 == 0 ? 2 : 1)
            return total + doubled / 10 + doubled % 10
        }
        return sum % 10 == 0
    }
}
