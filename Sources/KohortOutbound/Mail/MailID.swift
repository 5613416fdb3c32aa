/// The name of one mail for all time: `left@right` of at most 250 bytes, two dot-atoms (RFC 5322 §3.6.4).
package struct MailID: Hashable, Sendable, CustomStringConvertible {
    /// Without the angle brackets of the header.
    package let description: String

    /// Nil when a side is empty, or has anything but letters, digits, single dots and an atom's signs.
    package init?(_ text: String) {
        let sides = text.unicodeScalars.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 250, sides.count == 2, sides.allSatisfy(Self.isDotAtom) else { return nil }
        description = text
    }

    private static func isDotAtom(_ side: Substring.UnicodeScalarView) -> Bool {
        side.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy(\.isAtomText)
        }
    }
}
