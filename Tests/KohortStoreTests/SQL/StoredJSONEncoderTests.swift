import Foundation
import KohortCore
import Testing

@testable import KohortStore

/// Foundation's encoder is the measure: what has been stored by it must stay what is stored.
struct StoredJSONEncoderTests {
    private func expectSame(_ value: some Encodable, _ place: SourceLocation = #_sourceLocation) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let wanted = String(decoding: try encoder.encode(value), as: UTF8.self)
        #expect(try StoredJSONEncoder.text(of: value) == wanted, sourceLocation: place)
    }

    @Test func `members stand in the order of their names, whatever order they are written in`() throws {
        struct Numbered: Encodable {
            var b = 1
            var a10 = 2
            var a2 = 3
            var B = 4
            var aB = 5
            var ab = 6
            var å = 7
        }
        try expectSame(Numbered())
        try expectSame(["z": [1, 2], "a": [], "Z": [3], "é": [4], "e\u{301}x": [5], "": [6]])
    }

    @Test(arguments: ["", "/", "\"\\\u{8}\u{c}\n\r\t", "\0\u{1}\u{1f}\u{7f}", "æ🎓e\u{301}\u{2028}", "<a&b>"])
    func `texts are escaped in the same way`(_ text: String) throws {
        try expectSame(text)
        try expectSame([text: text])
    }

    @Test func `numbers are written in the same way`() throws {
        try expectSame([0, -1, .max, .min] as [Int64])
        try expectSame([UInt64.max])
        try expectSame([1, 0.1, -2.5, 1e300, 1e-7, 100_000, 33.333333333333336] as [Double])
        try expectSame([0.1, 3] as [Float])
        try expectSame([true, false])
        try expectSame([1, nil, 3] as [Int?])
    }

    @Test func `what a type writes in its own way stays so`() throws {
        indirect enum Answer: Encodable {
            case none
            case some(Int, of: [String?])
            case nested(Nested)
        }
        struct Nested: Encodable {
            var z: Answer?
            var id: DocumentID = .new()
            var day = LocalDate(year: 2026, month: 11, day: 26)
            var at = Instant(milliseconds: 1)
            var rows: [[String: Int]] = [["b": 1, "a": 2], [:]]
        }
        try expectSame([Answer.none, .some(1, of: ["x", nil]), .nested(Nested(z: .nested(Nested(z: Answer.none))))])
        try expectSame(Done())
        try expectSame([Done(), Done()])
        try expectSame(Optional<Done>.none)
    }

    @Test func `what inherits writes its parent beside itself`() throws {
        class Parent: Encodable { var name = "p" }
        final class Child: Parent {
            private enum CodingKeys: CodingKey { case zone, list }
            override func encode(to encoder: any Encoder) throws {
                var members = encoder.container(keyedBy: CodingKeys.self)
                try super.encode(to: members.superEncoder())
                var list = members.nestedUnkeyedContainer(forKey: .list)
                try list.encodeNil()
                try super.encode(to: list.superEncoder())
                try members.encodeNil(forKey: .zone)
            }
        }
        try expectSame(Child())
    }

    @Test func `a number that JSON does not have is refused`() {
        #expect(throws: EncodingError.self) { try StoredJSONEncoder.text(of: [Double.nan]) }
        #expect(throws: EncodingError.self) { try StoredJSONEncoder.text(of: Float.infinity) }
    }
}
