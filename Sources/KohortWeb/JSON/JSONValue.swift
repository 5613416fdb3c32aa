import KohortCore

/// What stands for itself in JSON.
package protocol JSONValue {
    func write(to json: inout JSONWriter)
}

extension String: JSONValue {
    package func write(to json: inout JSONWriter) { json.text(self) }
}

extension Bool: JSONValue {
    package func write(to json: inout JSONWriter) { json.literal(self ? "true" : "false") }
}

extension Int: JSONValue {
    package func write(to json: inout JSONWriter) { json.literal(String(self)) }
}

extension Int64: JSONValue {
    package func write(to json: inout JSONWriter) { json.literal(String(self)) }
}

extension Double: JSONValue {
    /// The fewest digits that read back as the same number, no `.0`; what is not a number has no JSON and is `null`.
    package func write(to json: inout JSONWriter) {
        guard isFinite else { return json.literal("null") }
        let text = description
        json.literal(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }
}

extension ID: JSONValue {
    package func write(to json: inout JSONWriter) { json.text(description) }
}

extension Slug: JSONValue {
    package func write(to json: inout JSONWriter) { json.text(text) }
}

extension LocalDate: JSONValue {
    package func write(to json: inout JSONWriter) { json.text(description) }
}

extension Instant: JSONValue {
    /// ISO 8601 in UTC with milliseconds.
    package func write(to json: inout JSONWriter) { json.text(description) }
}
