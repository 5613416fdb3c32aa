import KohortCore
import NIOCore

/// What a part says of itself (RFC 7578, 4.2).
struct PartHeaders: Hashable, Sendable {
    let field: String
    /// The file's name as it may be shown and stored; nil for a text, empty where a file field was left empty.
    let filename: String?

    init(field: String, filename: String?) { (self.field, self.filename) = (field, filename) }

    /// Nil unless the lines are headers in UTF-8 with one `Content-Disposition: form-data` that names the field.
    init?(_ block: ByteBuffer) {
        guard let disposition = Self.disposition(block), disposition.value == "form-data",
            let field = disposition.parameters["name"]
        else { return nil }
        self.field = Self.unescaped(field)
        filename = Self.filename(disposition.parameters)
    }

    private static func disposition(_ block: ByteBuffer) -> HeaderValue? {
        var (rest, found) = (SearchWindow(block), [HeaderValue?]())
        while rest.count > 0 {
            let line = rest.take(rest.find(MultipartParser.lineEnd) ?? rest.count)
            rest.skip(min(rest.count, MultipartParser.lineEnd.count))
            guard line.readableBytes > 0 else { continue }
            guard let text = String(validating: line.readableBytesView, as: UTF8.self),
                let colon = text.utf8.firstIndex(of: UInt8(ascii: ":"))
            else { return nil }
            if text[..<colon].lowercased() == "content-disposition" {
                found.append(HeaderValue(String(text[colon...].dropFirst())))
            }
        }
        return found.count == 1 ? found[0] : nil
    }

    /// Browsers escape three characters and no others (WHATWG HTML, 4.10.21.8).
    private static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        return text.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
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
