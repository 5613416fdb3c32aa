extension JSONWriter {
    /// A member whose value is JSON already, as it was stored. What is not one whole JSON value is `null`, so that it
    /// cannot break the answer around it.
    package mutating func member(_ name: String, rawJSON text: String) {
        member(name) { $0.raw(JSONSyntax.isValue(text) ? text : "null") }
    }

    /// Outside of strings JSON has none of the marks that a script must not hold.
    private mutating func raw(_ text: String) {
        literal(
            escapesMarkup
                ? text.replacing("<", with: "\\u003c").replacing(">", with: "\\u003e").replacing("&", with: "\\u0026")
                : text)
    }
}
