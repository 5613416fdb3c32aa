/// One thing that is wrong with a definition file: where it stands, what was found and what is allowed there.
package struct DefinitionProblem: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The key, such as `programmes[0].rules.months`; empty when it concerns the whole file.
    package let path: String
    /// Counted from 1.
    package let line: Int
    package let code: Code
    package let found: String
    package let allowed: String

    package var description: String {
        "line \(line): \(path.isEmpty ? "" : "\(path): ")found \(found), allowed is \(allowed)"
    }

    /// Stable, so that pages can word it in the reader's language.
    package enum Code: String, Sendable, Codable {
        case fileTooLarge = "file.too_large"
        case fileEncoding = "file.encoding"
        case yamlMalformed = "yaml.malformed"
        case yamlAlias = "yaml.alias"
        case yamlTag = "yaml.tag"
        case keyUnknown = "key.unknown"
        case keyDuplicate = "key.duplicate"
        case keyMissing = "key.missing"
        case valueType = "value.type"
        case valueRange = "value.range"
        case valueWord = "value.word"
        case valueConflict = "value.conflict"
        case textControl = "text.control"
        case textRequired = "text.required"
        case textTooLong = "text.too_long"
        case textLanguage = "text.language"
        case slugLength = "slug.length"
        case slugCharacters = "slug.characters"
        case slugEnds = "slug.ends"
        case slugReserved = "slug.reserved"
        case slugDuplicate = "slug.duplicate"
        case referenceUnknown = "reference.unknown"
        case dateImpossible = "date.impossible"
        case dateOrder = "date.order"
        case periodOpen = "period.open"
        case periodOverlap = "period.overlap"
        case moneyNegative = "money.negative"
        case moneyCurrency = "money.currency"
        case checkDigit = "number.check_digit"
    }
}

/// Everything that is wrong with a definition file, in the order of its lines; nothing of the file was applied.
package struct DefinitionProblems: Error, Equatable, Sendable, CustomStringConvertible {
    package let all: [DefinitionProblem]

    package var description: String { all.map(\.description).joined(separator: "\n") }
}
