/// Elements as bytes in UTF-8, indented by two spaces; equal calls make equal bytes.
struct XMLWriter {
    private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    private var depth = 0

    /// An element with a text, which stays as it is written.
    mutating func element(_ name: String, _ text: String) { element(name, [:], text) }

    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>, _ text: String) {
        open(name, attributes)
        append(escaped: text)
        append("</\(name)>\n")
    }

    /// An element with a text where there is one; otherwise nothing, since an empty element is a fault.
    mutating func element(_ name: String, optional text: String?) {
        if let text { element(name, text) }
    }

    /// An element with elements in it.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: (inout XMLWriter) -> Void
    ) {
        open(name, attributes)
        append("\n")
        depth += 1
        content(&self)
        depth -= 1
        append(String(repeating: "  ", count: depth) + "</\(name)>\n")
    }

    private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        append(String(repeating: "  ", count: depth) + "<\(name)")
        for (attribute, value) in attributes {
            append(" \(attribute)=\"")
            append(escaped: value)
            append("\"")
        }
        append(">")
    }

    private mutating func append(_ markup: String) { bytes += markup.utf8 }

    /// Works by scalar, since a quotation mark with a combining sign is one `Character` that equals no quotation mark.
    private mutating func append(escaped text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": append("&amp;")
            case "<": append("&lt;")
            case ">": append("&gt;")
            case "\"": append("&quot;")
            case "\t", "\n", "\r": append("&#\(scalar.value);")
            default: append(Self.isAllowed(scalar) ? String(scalar) : "\u{FFFD}")
            }
        }
    }

    /// What XML 1.0 can hold at all (§ 2.2).
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
    }
}
