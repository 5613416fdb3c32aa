import KohortCore
import Yams

extension Place {
    /// A text in each of the consortium's languages: a block with a key for each, or, for a proper name that is the same
    /// in all of them, the name alone.
    func localized(_ limit: Int = 200) -> LocalizedText {
        let standIn = LocalizedText("", in: .en)
        switch node {
        case nil: return standIn
        case .mapping:
            let texts = block { keys in
                Language.allCases.reduce(into: [:]) { texts, language in
                    texts[language] = keys.optional(language.rawValue)?.text(limit)
                }
            }
            reportMissing(ledger.languages.filter { texts[$0] == nil })
            return LocalizedText(texts) ?? standIn
        default:
            let name = text(limit)
            let languages = ledger.languages.isEmpty ? Language.allCases : ledger.languages
            return LocalizedText(languages.reduce(into: [:]) { $0[$1] = name }) ?? standIn
        }
    }

    private func reportMissing(_ languages: [Language]) {
        if languages.isEmpty { return }
        let all = ledger.languages.map(\.rawValue)
        report(
            .textLanguage, found: "no text in \(Listing.of(languages.map(\.rawValue)))",
            allowed: "a text in each language of the consortium: \(Listing.of(all))")
    }
}
