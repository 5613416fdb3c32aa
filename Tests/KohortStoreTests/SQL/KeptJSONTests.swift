import KohortCore
import KohortTesting
import Testing

@testable import KohortStore

struct KeptJSONTests {
    private struct Setting: Codable, Equatable {
        var limit: Int
    }

    private struct Other: Codable, Equatable {
        var limit: String
    }

    @Test func `each text has the value of its own, and each type`() throws {
        let texts = [#"{"limit":1}"#, #"{"limit":2}"#, #"{"limit":1}"#, #"{"limit":"1"}"#].map { Text($0) }
        #expect(texts.map { KeptJSON<Setting>.read($0, 0)?.value.limit } == [1, 2, 1, nil])
        #expect(texts.map { KeptJSON<Other>.read($0, 0)?.value.limit } == [nil, nil, nil, "1"])
        #expect(KeptJSON<Setting>.read(Text(nil), 0) == nil)
    }

    @Test func `what may be missing is there when it was not read before`() {
        #expect(KeptJSON<Setting?>.read(Text(#"{"limit":7}"#), 0)?.value?.limit == 7)
    }

    @Test func `is written as StoredJSON is`() throws {
        let read = try #require(KeptJSON<Setting>.read(Text(#"{"limit": 3}"#), 0))
        #expect(read.sqlValue == StoredJSON(Setting(limit: 3)).sqlValue)
    }
}

/// A row of one text.
private struct Text: Cells {
    let content: String?

    init(_ content: String?) { self.content = content }

    func isNull(_ column: Int) -> Bool { content == nil }
    func integer(_ column: Int) -> Int64? { nil }
    func real(_ column: Int) -> Double? { nil }
    func text(_ column: Int) -> String? { content }
    func blob(_ column: Int) -> [UInt8]? { nil }
}
