import Foundation
import KohortCore

/// Which passwords are taken: long ones that are in no list and say nothing of the place or the person. No rule asks for
/// digits or signs, nothing is cut off, and nothing ever has to be changed (OWASP ASVS 5.0.0, 6.2).
package enum PasswordRules {
    package static let shortest = 12
    package static let longest = 256
    /// What must be left of a password beside words that anybody would try first.
    private static let leastOwn = 6

    /// What is wrong with a password, as problems of `field`. `context` are the names of the place and the person.
    package static func problems(
        _ password: String, field: String = "password", context: [String], common: CommonPasswords = .shipped
    ) -> [FieldProblem] {
        let length = password.unicodeScalars.count
        if length < shortest { return [FieldProblem(field, "password.too_short", ["limit": String(shortest)])] }
        if length > longest { return [FieldProblem(field, "password.too_long", ["limit": String(longest)])] }
        let folded = Folded.text(password)
        if isPattern(folded) || common.contains(folded) { return [FieldProblem(field, "password.common")] }
        if lacksOwn(folded, words: context) { return [FieldProblem(field, "password.context")] }
        return []
    }

    /// One character or a few again and again, or a run of the alphabet or the digits.
    private static func isPattern(_ text: String) -> Bool {
        let scalars = text.unicodeScalars.map(\.value)
        let repeats = (1...4).contains { period in
            scalars.indices.dropFirst(period).allSatisfy { scalars[$0] == scalars[$0 - period] }
        }
        let steps = zip(scalars, scalars.dropFirst()).map { Int($1) - Int($0) }
        return repeats || steps.count { abs($0) == 1 } * 4 >= steps.count * 3
    }

    /// Whether little is left once the names of the place and the person are taken out, and digits and signs with them.
    private static func lacksOwn(_ text: String, words: [String]) -> Bool {
        let names = Set(words.flatMap(Folded.words)).filter { $0.count >= 4 }
        var rest = text
        for name in names.sorted(by: { $0.count > $1.count }) { rest = rest.replacing(name, with: "") }
        return rest != text && rest.count(where: \.isLetter) < leastOwn
    }
}

/// Texts as somebody compares them who guesses: in small letters, without accents, with signs read as the letters that
/// they stand for.
enum Folded {
    private static let signs: [Character: Character] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
    ]

    static func text(_ text: String) -> String {
        text.replacing("ø", with: "o").replacing("Ø", with: "o").replacing("æ", with: "ae").replacing("Æ", with: "ae")
            .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }

    static func words(_ text: String) -> [String] {
        self.text(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// The same with `p4ssw0rd` read as `password`.
    static func read(_ text: String) -> String { String(text.map { signs[$0] ?? $0 }) }
}
