/// Check digits over digits from the left, as banks compute them.
enum CheckDigit {
    /// The digit that Luhn's rule adds (MOD10): every second digit from the right is doubled.
    static func luhn(_ body: [Int]) -> Int {
        let sum = body.reversed().enumerated().reduce(0) { total, digit in
            let doubled = digit.element * (digit.offset % 2 == 0 ? 2 : 1)
            return total + doubled / 10 + doubled % 10
        }
        return (10 - sum % 10) % 10
    }

    static func endsInLuhn(_ digits: [Int]) -> Bool {
        digits.last.map { luhn(Array(digits.dropLast())) == $0 } ?? false
    }

    /// A Norwegian account's last digit: weights 5 4 3 2 7 6 5 4 3 2, modulus 11. Nil where there is none.
    static func account(_ body: [Int]) -> Int? {
        let sum = zip(body, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
        let digit = (11 - sum % 11) % 11
        return digit == 10 ? nil : digit
    }

    /// The digits of a text that has nothing else; nil otherwise.
    static func digits(_ text: String) -> [Int]? {
        let numbers = text.utf8.map { Int($0) - Int(UInt8(ascii: "0")) }
        return numbers.allSatisfy { (0...9).contains($0) } ? numbers : nil
    }

    /// `42` as five digits: `[0, 0, 0, 4, 2]`. Nil when it has more.
    static func padded(_ number: Int, to width: Int) -> [Int]? {
        guard number >= 0, let digits = Self.digits(String(number)), digits.count <= width else { return nil }
        return Array(repeating: 0, count: width - digits.count) + digits
    }
}
