import Foundation

/// Passwords that are tried first: the shipped list says where it is from. What ends in digits and signs, or begins so,
/// is as common as the word between; so is a word that stands there twice.
package struct CommonPasswords: Sendable {
    private let words: Set<String>

    package init(_ words: some Sequence<String>) { self.words = Set(words.map(Folded.text)) }

    /// Read once, when first needed.
    package static let shipped: CommonPasswords = {
        guard let url = Bundle.module.url(forResource: "common-passwords", withExtension: "txt"),
            let text = try? String(contentsOf: url, encoding: .utf8)
        else { return CommonPasswords([]) }
        return CommonPasswords(text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init))
    }()

    /// Whether there is anything in it.
    package var isEmpty: Bool { words.isEmpty }

    /// Of a text that is folded already.
    func contains(_ text: String) -> Bool {
        let core = Self.core(of: text)
        return [text, Folded.read(text), core, Self.core(of: Folded.read(core)), Self.half(core)].contains {
            words.contains($0)
        }
    }

    /// What stands between digits and signs.
    private static func core(of text: String) -> String {
        let start = text.drop { !$0.isLetter }
        return String(start.reversed().drop { !$0.isLetter }.reversed())
    }

    /// `passord` of `passordpassord`; the text itself where it is no such thing.
    private static func half(_ text: String) -> String {
        let half = text.prefix(text.count / 2)
        return half + half == text ? String(half) : text
    }
}
