import KohortCore
import KohortWeb

/// What somebody had written into a form that was not taken, to be copied from: nothing secret, nothing that they did not
/// write, and no more than a page bears.
struct KeptWords: PageModel {
    /// In bytes of what is shown, each text in full.
    static let most = 256 << 10
    private static let secret: Set = [
        FormToken.field, "password", "current", "code", "key", "once", "sealed", "secret", "token",
    ]
    private static let unwritten: Set = ["candidacy", "step", "seen"]

    let lines: [KeptLine]
    let isCut: Bool

    /// Nil where nothing was written.
    init?(_ sent: [SentText], _ texts: Texts, in language: Language) {
        var (lines, room): ([KeptLine], Int) = ([], Self.most)
        let written = sent.filter(Self.isWritten)
        for text in written where text.value.utf8.count <= room {
            room -= text.value.utf8.count
            let label = texts.text("written.\(text.name)", in: language) ?? texts.text("kept.other", in: language) ?? ""
            lines.append(KeptLine(label: label, text: text.value))
        }
        guard !lines.isEmpty else { return nil }
        (self.lines, isCut) = (lines, lines.count < written.count)
    }

    private static func isWritten(_ text: SentText) -> Bool {
        let name = text.name.lowercased()
        let isSecret = secret.contains(name) || ["password", "secret", "token"].contains { name.contains($0) }
        let isEmpty = !text.value.contains { !$0.isWhitespace }
        return !isSecret && !unwritten.contains(name) && !isEmpty && !isMade(text.value)
    }

    /// Whether a text looks like an id, which a form brings along by itself.
    private static func isMade(_ text: String) -> Bool {
        text.utf8.count >= 26 && text.contains(where: \.isNumber)
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_/".contains($0)) }
    }

    static let fields: [String: PageField<Self>] = ["lines": .list { $0.lines }, "cut": .flag { $0.isCut }]
}

/// One of the texts.
struct KeptLine: PageModel {
    let label: String
    let text: String

    static let fields: [String: PageField<Self>] = ["label": .text { $0.label }, "text": .text { $0.text }]
}
