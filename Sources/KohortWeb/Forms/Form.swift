/// The texts of a form by field name, in the order they were sent.
package struct Form: Hashable, Sendable {
    private var values: [String: [String]] = [:]

    package init() {}

    package mutating func add(_ value: String, to name: String) { values[name, default: []].append(value) }

    /// The field's first text, or an empty one: a browser sends no more for a field that was left empty.
    package func text(_ name: String) -> String { values[name]?.first ?? "" }

    /// All texts of a field that may be sent several times.
    package func list(_ name: String) -> [String] { values[name] ?? [] }

    package func has(_ name: String) -> Bool { values[name] != nil }

    package var names: Set<String> { Set(values.keys) }
}
