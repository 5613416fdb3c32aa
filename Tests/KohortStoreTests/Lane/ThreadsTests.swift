import KohortStore
import Testing

struct ThreadsTests {
    private struct Trouble: Error {}

    @Test func `an answer and an error both come back`() async throws {
        let threads = Threads(name: "test", count: 1)
        #expect(try await threads.run { _ in 42 } == 42)
        await #expect(throws: Trouble.self) { try await threads.run { _ in throw Trouble() } }
    }

    @Test func `threads are numbered from 0`() async throws {
        let threads = Threads(name: "test", count: 2)
        let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<100 { group.addTask { try await threads.run { $0 } } }
            return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(numbers.isSubset(of: [0, 1]))
    }

    @Test func `what was submitted is done although nobody holds the threads any more`() async throws {
        let answers = await withTaskGroup(of: Int?.self) { group in
            let threads = Threads(name: "test", count: 1)
            for number in 0..<100 { group.addTask { try? await threads.run { _ in number } } }
            return await group.reduce(into: [Int?]()) { $0.append($1) }.compactMap(\.self).sorted()
        }
        #expect(answers == Array(0..<100))
    }
}
