import Foundation
import KohortCore
import NIOCore

/// Where the next page of a list starts: the sort key of the last row shown. Opaque to clients, yet no secret and no
/// right; what it may show is asked anew with each page.
package struct Cursor: Hashable, Sendable {
    /// The columns the list is sorted by, in their order.
    package let key: [String]

    package init(_ key: [String]) { self.key = key }

    /// Reads what `text` wrote; anything else is nil.
    package init?(_ text: String) {
        guard text.utf8.count <= 1000, let data = Base64URL.data(of: text),
            let key = try? JSONDecoder().decode([String].self, from: data), !key.isEmpty
        else { return nil }
        self.key = key
    }

    /// Letters, digits, `-` and `_`.
    package var text: String {
        var json = JSONWriter()
        json.array(of: key) { $0.value($1) }
        return Base64URL.text(of: json.bytes.readableBytesView)
    }
}
