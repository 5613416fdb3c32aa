import KohortCore
import KohortStore
import KohortTesting
import Testing

struct ReadTests {
    @Test func `statements may stand inside each other, even the same one`() async throws {
        let store = try await TestStore.sample()
        for title in ["a", "b", "c"] { _ = try await store.perform(WriteNote(title)) }
        var seen: [String] = []
        try store.write { write in
            try write.read.forEach("select title from note order by title") { outer in
                let title: String = try outer[0]
                try write.read.forEach("select title from note order by title") { seen.append(title + (try $0[0])) }
            }
        }
        #expect(seen == ["aa", "ab", "ac", "ba", "bb", "bc", "ca", "cb", "cc"])
    }

    @Test func `the first of many rows, of none, and their count`() async throws {
        let store = try await TestStore.sample()
        for title in ["a", "b"] { _ = try await store.perform(WriteNote(title)) }
        try store.write { write in
            let first = try write.read.first("select title from note order by title") { try $0[0] as String }
            let none = try write.read.first("select title from note where title = 'c'") { try $0[0] as String }
            #expect(first == "a")
            #expect(none == nil)
            #expect(try write.count("select count(*) from note") == 2)
        }
    }

    @Test func `an error in a row's reader comes out`() async throws {
        let store = try await TestStore.sample()
        _ = try await store.perform(WriteNote("a"))
        #expect(throws: Rejection.gone) {
            try store.write { write in try write.read.forEach("select title from note") { _ in throw Rejection.gone } }
        }
    }
}
