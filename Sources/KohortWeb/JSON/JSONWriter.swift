import KohortCore
import NIOCore

/// Writes JSON byte by byte in the order it is called, so that the same answer is always the same bytes. Everything
/// that leaves as JSON passes here.
package struct JSONWriter: Sendable {
    private var written: [UInt8] = []
    private var needsComma = false

    package init(capacity: Int = 1 << 15) { written.reserveCapacity(capacity) }

    package var bytes: ByteBuffer { ByteBuffer(bytes: written) }

    package mutating func object(_ members: (inout JSONWriter) -> Void) {
        enclose(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
    }

    package mutating func array(_ items: (inout JSONWriter) -> Void) {
        enclose(UInt8(ascii: "["), UInt8(ascii: "]"), items)
    }

    package mutating func array<Items: Sequence>(
        of items: Items, _ write: (inout JSONWriter, Items.Element) -> Void
    ) {
        array { json in for item in items { write(&json, item) } }
    }

    /// Lends each item where it lies: to copy one would count every text in it up and down.
    package mutating func array<Item>(of items: [Item], _ write: (inout JSONWriter, Item) -> Void) {
        array { json in
            let items = items.span
            for index in items.indices { write(&json, items[index]) }
        }
    }

    package mutating func null() { literal("null") }

    /// What is JSON already and needs no look at its characters.
    mutating func literal(_ json: String) {
        Self.bytes(of: json) { utf8 in put(utf8.count) { $0.append(utf8) } }
    }

    mutating func text(_ text: String) {
        Self.bytes(of: text) { utf8 in
            if JSONText.isPlain(utf8) {
                put(utf8.count + 2) { $0.append(quoted: utf8) }
            } else {
                separate()
                needsComma = true
                JSONText.write(utf8, to: &written)
            }
        }
    }

    /// The name of the member whose value is written next. It is one of ours and holds nothing to escape.
    mutating func name(_ name: StaticString) {
        put(name.utf8CodeUnitCount + 3) { $0.append(name: name) }
        needsComma = false
    }

    /// Most members are texts in which nothing has to be escaped: name and text go in one piece.
    package mutating func member(_ name: StaticString, _ value: String?) {
        guard let value else { return member(name) { $0.null() } }
        Self.bytes(of: value) { utf8 in
            guard JSONText.isPlain(utf8) else { return member(name) { $0.text(value) } }
            put(name.utf8CodeUnitCount + utf8.count + 5) { bytes in
                bytes.append(name: name)
                bytes.append(quoted: utf8)
            }
        }
    }

    mutating func name(_ name: String) {
        text(name)
        written.append(UInt8(ascii: ":"))
        needsComma = false
    }

    private static func bytes(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        if text.utf8.withContiguousStorageIfAvailable(body) == nil { Array(text.utf8).withUnsafeBufferPointer(body) }
    }

    /// A text of at most so many bytes, of which none has to be escaped.
    mutating func quoted(_ capacity: Int, _ write: (inout OutputSpan<UInt8>) -> Void) {
        put(capacity + 2) { bytes in
            bytes.append(UInt8(ascii: "\""))
            write(&bytes)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    /// A value of at most so many bytes, with the comma before it where there is one.
    mutating func put(_ capacity: Int, _ write: (inout OutputSpan<UInt8>) -> Void) {
        written.append(addingCapacity: capacity + 1) { bytes in
            if needsComma { bytes.append(UInt8(ascii: ",")) }
            write(&bytes)
        }
        needsComma = true
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
    }
}

extension OutputSpan<UInt8> {
    fileprivate mutating func append(name: StaticString) {
        append(quoted: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        append(UInt8(ascii: ":"))
    }

    fileprivate mutating func append(quoted bytes: UnsafeBufferPointer<UInt8>) {
        append(UInt8(ascii: "\""))
        append(bytes)
        append(UInt8(ascii: "\""))
    }
}
