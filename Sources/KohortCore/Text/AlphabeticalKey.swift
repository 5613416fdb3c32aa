import Foundation

/// What texts are put in alphabetical order by: capitals and foreign accents do not count, and the last letters stand
/// as æ, ø, å, ä, ö. So a Norwegian list ends in æ, ø, å and a Swedish one in å, ä, ö, whoever reads it; a list that
/// mixes both keeps each in its own order. `Aa` is two letters: by its spelling nobody can tell Aasen from Aalto.
package struct AlphabeticalKey: Comparable, Hashable, Sendable {
    private let folded: String
    /// Decides between texts that differ in nothing else.
    private let text: String

    init(_ text: String) {
        self.text = text
        let isComposed = text.unicodeScalars.allSatisfy { $0.value < 0x300 }
        let composed = isComposed ? text : text.precomposedStringWithCanonicalMapping
        folded = String(String.UnicodeScalarView(composed.lowercased().unicodeScalars.flatMap(Self.folded)))
    }

    package static func < (left: Self, right: Self) -> Bool {
        let (mine, others) = (left.folded.utf8, right.folded.utf8)
        if mine.elementsEqual(others) { return left.text < right.text }
        return mine.lexicographicallyPrecedes(others)
    }

    /// After z, in the order of their places; `{` is the next sign.
    private static let last: [Unicode.Scalar: Unicode.Scalar] = ["æ": "{", "ø": "|", "å": "}", "ä": "~", "ö": "\u{7F}"]
    private static let plain: [Unicode.Scalar: String] = ["ü": "y", "ð": "d", "đ": "d", "þ": "th", "ŋ": "n", "ŧ": "t"]

    private static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if scalar.isASCII { return [scalar] }
        if let place = last[scalar] { return [place] }
        if let letters = plain[scalar] { return Array(letters.unicodeScalars) }
        return String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.filter { !$0.properties.isDiacritic }
    }
}

extension String {
    package var alphabetical: AlphabeticalKey { AlphabeticalKey(self) }
}

extension Sequence {
    /// In the order of keys that cost something to make: each is made once.
    package func sorted<Key: Comparable, Next: Comparable>(by key: (Element) -> (Key, Next)) -> [Element] {
        map { (key: key($0), element: $0) }.sorted { $0.key < $1.key }.map(\.element)
    }
}
