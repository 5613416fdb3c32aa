import KohortCore
import KohortTesting
import Synchronization
import Testing

@testable import KohortStore

struct KeptAnswersTests {
    @Test func `is fetched once until the next commit, for each query by itself`() async throws {
        let fetched = Atomic<Int>(0)
        try await CountedNotes.$times.withValue({ fetched.add(1, ordering: .relaxed) }) {
            let store = try await TestStore.sample()
            _ = try await store.perform(WriteNote("first"))
            for _ in 0..<3 { #expect(try await store.fetch(CountedNotes(title: "first")) == 1) }
            #expect(try await store.fetch(CountedNotes(title: "second")) == 0)
            #expect(fetched.load(ordering: .relaxed) == 2)
            _ = try await store.perform(WriteNote("second"))
            #expect(try await store.fetch(CountedNotes(title: "second")) == 1)
            #expect(try await store.fetch(CountedNotes(title: "first")) == 1)
            #expect(fetched.load(ordering: .relaxed) == 4)
        }
    }

    @Test func `whether somebody may ask is looked up each time`() async throws {
        let allows = Atomic(true)
        let authority = Authority(
            decide: { _, _, _, _ in allows.load(ordering: .relaxed) ? .allowed : .forbidden },
            reach: { _, _, _ in .all })
        let store = try await TestStore.sample(allowing: authority)
        #expect(try await store.fetch(CountedNotes(title: "any")) == 0)
        allows.store(false, ordering: .relaxed)
        await #expect(throws: Rejection.forbidden) { try await store.fetch(CountedNotes(title: "any")) }
    }

    @Test func `what nobody asks for again makes room`() {
        let answers = KeptAnswers()
        for number in 0..<250 { answers.keep(number, of: CountedNotes(title: "\(number)"), at: 1) }
        #expect(answers.find(CountedNotes(title: "0"), at: 1) == nil)
        #expect(answers.find(CountedNotes(title: "249"), at: 1) == 249)
        #expect(answers.find(CountedNotes(title: "249"), at: 2) == nil)
    }
}

private struct CountedNotes: KeptQuery {
    static let permission = Permission.readNotes
    @TaskLocal static var times: @Sendable () -> Void = {}
    let scope = Scope.consortium
    let title: String
    let count = times

    init(title: String) { self.title = title }

    func fetch(in read: borrowing Read) throws -> Int {
        count()
        return try read.count("select count(*) from note where title = \(title)")
    }

    static func == (left: Self, right: Self) -> Bool { left.title == right.title }
    func hash(into hasher: inout Hasher) { hasher.combine(title) }
}
