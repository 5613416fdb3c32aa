import KohortCore
import KohortStore
import KohortTesting
import Testing

struct RecordTests {
    @Test func `a record is found as it was inserted and as it was updated`() async throws {
        let store = try await TestStore.sample()
        var measure = Measure(count: 1, ratio: 0.5, name: "one", content: [1, 2])
        try store.write { try $0.insert(measure) }
        #expect(try store.write { try $0.find(Measure.self, measure.id) } == measure)
        (measure.count, measure.name, measure.content) = (2, nil, [])
        try store.write { try $0.update(measure) }
        #expect(try store.write { try $0.find(Measure.self, measure.id) } == measure)
    }

    @Test func `an update touches only the record's own row`() async throws {
        let store = try await TestStore.sample()
        let (one, other) = (Measure(name: "one"), Measure(name: "other"))
        try store.write { write in
            try write.insert(one)
            try write.insert(other)
            try write.update(Measure(id: one.id, name: "changed"))
            #expect(try write.all(Measure.self, "order by name") == [Measure(id: one.id, name: "changed"), other])
        }
    }

    @Test func `a key that is not there is not found`() async throws {
        let store = try await TestStore.sample()
        #expect(try store.write { try $0.first(Measure.self, "where name = 'nobody'") } == nil)
        #expect(throws: Rejection.notFound) { try store.write { try $0.find(Measure.self, DocumentID.new()) } }
    }

    @Test func `a second row with the same key is a constraint's fault`() async throws {
        let store = try await TestStore.sample()
        let measure = Measure(name: "one")
        try store.write { try $0.insert(measure) }
        #expect { try store.write { try $0.insert(measure) } } throws: { error in
            if case .constraint = error as? StoreFault { true } else { false }
        }
    }
}
