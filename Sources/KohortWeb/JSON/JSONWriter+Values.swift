import KohortCore

/// One value each; nil is `null`. There is one for each type instead of one for all: what is generic is not compiled for
/// the types of other targets, and looking those up took longer than writing them.
extension JSONWriter {
    package mutating func value(_ value: String?) {
        if let value { text(value) } else { null() }
    }

    package mutating func value(_ value: Bool?) {
        if let value { literal(value ? "true" : "false") } else { null() }
    }

    package mutating func value(_ value: Int?) { self.value(value.map(Int64.init)) }

    package mutating func value(_ value: Int64?) {
        guard let value else { return null() }
        put(20) { $0.append(digitsOf: value) }
    }

    /// The fewest digits that read back as the same number, no `.0`; what is not a number has no JSON and is `null`.
    package mutating func value(_ value: Double?) {
        guard let value, value.isFinite else { return null() }
        let text = value.description
        literal(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }

    package mutating func value<Tag>(_ value: ID<Tag>?) {
        guard let value else { return null() }
        quoted(ID<Tag>.length) { value.write(to: &$0) }
    }

    package mutating func value(_ value: Slug?) { self.value(value?.text) }

    package mutating func value(_ value: LocalDate?) {
        guard let value else { return null() }
        quoted(LocalDate.length) { value.write(to: &$0) }
    }

    /// ISO 8601 in UTC with milliseconds.
    package mutating func value(_ value: Instant?) {
        guard let value else { return null() }
        quoted(Instant.length) { value.write(to: &$0) }
    }

    package mutating func value(_ value: some JSONValue) { value.write(to: &self) }
}

/// What is composed of several values and writes itself.
package protocol JSONValue {
    func write(to json: inout JSONWriter)
}
