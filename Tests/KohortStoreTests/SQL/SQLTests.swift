import KohortCore
import KohortStore
import KohortTesting
import Testing

struct SQLTests {
    @Test func `values are bound, never spliced`() {
        let sql: SQL = "select a from t where b = \("x' or 1=1") and c = \(7)"
        #expect(sql.text == "select a from t where b = ? and c = ?")
        #expect(sql.values == [.text("x' or 1=1"), .integer(7)])
    }

    @Test func `nested fragments bring their values`() {
        let condition: SQL = "b = \(1) and c = \(2)"
        let sql: SQL = "select a from t where d = \(0) and (\(condition)) or (\(condition)) limit \(9)"
        #expect(sql.text == "select a from t where d = ? and (b = ? and c = ?) or (b = ? and c = ?) limit ?")
        #expect(sql.values == [0, 1, 2, 1, 2, 9].map { .integer($0) })
    }

    @Test func `fragments are joined end to end`() {
        let sum = ("a = \(1)" as SQL) + " and " + "b = \(2)"
        #expect(sum.text == "a = ? and b = ?")
        #expect(sum.values == [.integer(1), .integer(2)])
    }

    @Test func `a list has commas, an empty one is in nothing`() {
        #expect(("x in (\(list: [1, 2, 3]))" as SQL).text == "x in (?, ?, ?)")
        #expect(("x in (\(list: [Int]()))" as SQL).text == "x in (null)")
    }

    @Test func `nothing is null`() {
        #expect(("x = \(String?.none), y = \(String?.some("z"))" as SQL).values == [.null, .text("z")])
    }

    @Test func `names are part of the text`() {
        #expect(("select \(Names("a", "b")) from \(Names(["t"]))" as SQL).text == "select a, b from t")
    }

    @Test(arguments: ["'; drop table note; --", "$1", "?", "\\'", "\"", "%", "æøå 🎓 e\u{301}", ""])
    func `whatever is written stays data`(_ text: String) async throws {
        let store = try await TestStore.sample()
        _ = try await store.perform(WriteNote(text))
        _ = try await store.perform(WriteNote("other"))
        let found = try store.write { write in
            try write.read.all("select title from note where title = \(text)") { try $0[0] as String }
        }
        #expect(found.map { Array($0.utf8) } == [Array(text.utf8)])
    }

    @Test func `lists find exactly what is in them`() async throws {
        let store = try await TestStore.sample()
        for title in ["a", "b", "c"] { _ = try await store.perform(WriteNote(title)) }
        func found(_ titles: [String]) throws -> [String] {
            try store.write { write in
                try write.read.all("select title from note where title in (\(list: titles)) order by title") {
                    try $0[0]
                }
            }
        }
        #expect(try found(["c", "a", "z"]) == ["a", "c"])
        #expect(try found([]) == [])
        #expect(try found((0..<600).map { "n\($0)" } + ["b"]) == ["b"])
    }
}
