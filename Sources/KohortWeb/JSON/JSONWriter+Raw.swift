extension JSONWriter {
    /// A member whose value is JSON already, as it was stored. What is not one whole JSON value is `null`, so that it
    /// cannot break the answer around it.
    package mutating func member(_ name: StaticString, rawJSON text: String) {
        member(name) { $0.literal(JSONSyntax.isValue(text) ? text : "null") }
    }
}
