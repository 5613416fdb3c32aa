import Foundation

extension JSONWriter {
    /// A member whose value is JSON already, as it was stored. What is not one whole JSON value is `null`, so that it
    /// cannot break the answer around it.
    package mutating func member(_ name: String, rawJSON text: String) {
        let isJSON = (try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)) != nil
        member(name) { $0.raw(isJSON ? text : "null") }
    }

    /// Outside of strings JSON has none of the marks that a script must not hold.
    private mutating func raw(_ text: String) {
        literal(
            escapesMarkup
                ? text.replacing("<", with: "\\u003c").replacing(">", with: "\\u003e").replacing("&", with: "\\u0026")
                : text)
    }
}
