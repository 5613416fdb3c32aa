import NIOCore

/// Writes JSON byte by byte in the order it is called, so that the same answer is always the same bytes. Everything
/// that leaves as JSON passes here. What is generic is inlinable, so that it is compiled for the types it is called with.
package struct JSONWriter: Sendable {
    private var written: [UInt8] = []
    private var needsComma = false
    let escapesMarkup: Bool

    /// - Parameter forScript: also writes `<`, `>` and `&` as escapes, so that the text can stand in a `<script>`.
    package init(forScript: Bool = false, capacity: Int = 1024) {
        escapesMarkup = forScript
        written.reserveCapacity(capacity)
    }

    package var bytes: ByteBuffer { ByteBuffer(bytes: written) }

    package mutating func object(_ members: (inout JSONWriter) -> Void) {
        enclose(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
    }

    package mutating func array(_ items: (inout JSONWriter) -> Void) {
        enclose(UInt8(ascii: "["), UInt8(ascii: "]"), items)
    }

    @inlinable package mutating func array<Items: Sequence>(
        of items: Items, _ write: (inout JSONWriter, Items.Element) -> Void
    ) {
        array { json in for item in items { write(&json, item) } }
    }

    /// A member of the object being written, whose value is written next.
    package mutating func member(_ name: String, _ value: (inout JSONWriter) -> Void) {
        text(name)
        written.append(UInt8(ascii: ":"))
        needsComma = false
        value(&self)
        needsComma = true
    }

    @inlinable package mutating func member(_ name: String, _ value: (some JSONValue)?) {
        member(name) { $0.value(value) }
    }

    @inlinable package mutating func member<Items: Sequence>(
        _ name: String, list items: Items, _ write: (inout JSONWriter, Items.Element) -> Void
    ) {
        member(name) { $0.array(of: items, write) }
    }

    /// One value; nil is `null`.
    @inlinable package mutating func value(_ value: (some JSONValue)?) {
        if let value { value.write(to: &self) } else { literal("null") }
    }

    @usableFromInline mutating func literal(_ text: String) {
        separate()
        written += text.utf8
    }

    mutating func text(_ text: String) {
        separate()
        JSONText.write(text, to: &written, escapingMarkup: escapesMarkup)
    }

    private mutating func enclose(_ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) -> Void) {
        separate()
        written.append(open)
        needsComma = false
        content(&self)
        written.append(close)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { written.append(UInt8(ascii: ",")) }
        needsComma = true
    }
}
