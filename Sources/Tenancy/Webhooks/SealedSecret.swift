import KohortCore
import KohortStore

/// A webhook's secret as the daemon has sealed it: whoever holds the database alone cannot sign with it.
package struct SealedSecret: Hashable, Sendable, Codable, Storable {
    package let text: String

    package init(_ text: String) { self.text = text }

    package var sqlValue: SQLValue { .text(text) }
    package static func read(_ cells: any Cells, _ column: Int) -> SealedSecret? {
        cells.text(column).map(SealedSecret.init)
    }
}

/// Whose secret was made and what it is, for who shows it this once.
package struct MadeSecret: Hashable, Sendable, Codable {
    package let webhook: WebhookID
    package let secret: SealedSecret
}
