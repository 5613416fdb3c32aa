/// The languages of the interface: bokmål, Swedish, English.
package enum Language: String, Sendable, Codable, CaseIterable { case nb, sv, en }

/// One text in one or more languages; never empty.
package struct LocalizedText: Hashable, Sendable, Codable {
    private let texts: [String: String]

    /// Nil when there is no text, or one of them is blank.
    package init?(_ texts: [Language: String]) {
        guard !texts.isEmpty, !texts.values.contains(where: { $0.allSatisfy(\.isWhitespace) }) else { return nil }
        self.texts = Dictionary(uniqueKeysWithValues: texts.map { ($0.key.rawValue, $0.value) })
    }

    package init(_ text: String, in language: Language) { texts = [language.rawValue: text] }

    /// The text in a language, or else in the nearest one that has it: the other Scandinavian one before English.
    package func text(in language: Language) -> String {
        let order: [Language] =
            switch language {
            case .nb: [.nb, .sv, .en]
            case .sv: [.sv, .nb, .en]
            case .en: [.en, .nb, .sv]
            }
        return order.lazy.compactMap { texts[$0.rawValue] }.first ?? ""
    }

    package func has(_ language: Language) -> Bool { texts[language.rawValue] != nil }
}
