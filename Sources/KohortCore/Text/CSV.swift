/// Comma-separated values as a Nordic Excel opens them by double click: UTF-8 with a byte order mark, `;`, CRLF; cells
/// that would start a formula begin with an apostrophe instead (OWASP ASVS 5.0.0: 1.2.10).
package enum CSV {
    package static func text(_ rows: [[String]]) -> String {
        "\u{FEFF}" + Self.rows(rows)
    }

    /// Further rows of a file that is written bit by bit.
    package static func rows(_ rows: [[String]]) -> String {
        rows.map { $0.map(cell).joined(separator: ";") + "\r\n" }.joined()
    }

    private static func cell(_ text: String) -> String {
        let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\0"]
        let harmless = text.unicodeScalars.first.map(starts.contains) == true ? "'" + text : text
        guard harmless.unicodeScalars.contains(where: { ";\"\r\n".unicodeScalars.contains($0) }) else {
            return harmless
        }
        return "\"" + harmless.replacing("\"", with: "\"\"") + "\""
    }
}
