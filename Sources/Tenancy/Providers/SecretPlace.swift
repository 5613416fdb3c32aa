import KohortCore
import KohortStore

/// Where a secret is to be read when it is needed: a file, or an environment variable of the daemon. The secret itself is
/// in no table, no journal and no copy of them.
package enum SecretPlace: Hashable, Sendable, Codable {
    case file(String)
    case environment(String)

    /// Reads `file:/run/secrets/idporten` and `env:KOHORT_IDPORTEN`; nil for anything else.
    package init?(_ text: String) {
        if text.hasPrefix("file:/"), text.utf8.count <= 500 {
            self = .file(String(text.dropFirst(5)))
        } else if text.hasPrefix("env:KOHORT_"), text.dropFirst(4).utf8.allSatisfy({ Self.isName($0) }) {
            self = .environment(String(text.dropFirst(4)))
        } else {
            return nil
        }
    }

    package var text: String {
        switch self {
        case .file(let path): "file:" + path
        case .environment(let name): "env:" + name
        }
    }

    private static func isName(_ byte: UInt8) -> Bool { byte.isUppercase || byte.isDigit || byte == UInt8(ascii: "_") }
}

extension SecretPlace: Storable {
    package var sqlValue: SQLValue { text.sqlValue }
    package static func read(_ cells: any Cells, _ column: Int) -> SecretPlace? {
        cells.text(column).flatMap { SecretPlace($0) }
    }
}
