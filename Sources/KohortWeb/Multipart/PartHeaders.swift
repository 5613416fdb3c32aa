import NIOCore

/// What a part says of itself (RFC 7578, 4.2).
struct PartHeaders: Hashable, Sendable {
    let field: String
    /// The file's name as it may be shown and stored; nil for a text, empty where a file field was left empty.
    let filename: String?

    init(field: String, filename: String?) { (self.field, self.filename) = (field, filename) }

    /// Nil unless the lines are headers in UTF-8 with one `Content-Disposition: form-data` that names the field.
    init?(_ block: ByteBuffer) {
        guard let text = String(validating: block.readableBytesView, as: UTF8.self),
            let disposition = Self.disposition(text), disposition.value == "form-data",
            let field = disposition.parameters["name"]
        else { return nil }
        self.field = Self.unescaped(field)
        filename = Self.filename(disposition.parameters)
    }

    private static func disposition(_ block: String) -> HeaderValue? {
        var found: [HeaderValue?] = []
        for line in block.split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            if line[..<colon].lowercased() == "content-disposition" {
                found.append(HeaderValue(String(line[line.index(after: colon)...])))
            }
        }
        return found.count == 1 ? found[0] : nil
    }

    /// Browsers escape three characters and no others (WHATWG HTML, 4.10.21.8).
    private static func unescaped(_ text: String) -> String {
        text.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
    }

    /// `filename*` (RFC 5987) before `filename`, as RFC 6266, 4.3 has it.
    private static func filename(_ parameters: [String: String]) -> String? {
        let name = parameters["filename*"].flatMap(extended) ?? parameters["filename"].map(unescaped)
        return name.map { $0.isEmpty ? "" : SafeFilename.of($0) }
    }

    /// `UTF-8''na%C3%AFve.pdf`; any other character set is unknown here.
    private static func extended(_ text: String) -> String? {
        let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].lowercased() == "utf-8" else { return nil }
        return PercentEncoding.decoded(parts[2].utf8)
    }
}
