import KohortCore
import KohortStore
import KohortTesting

/// Everything that commands of the sample leave behind.
struct SampleState: Equatable {
    /// In order.
    var titles: [String] = []
    /// `number name because`, in order of number.
    var journal: [String] = []
    var letters = 0
}

struct ReadState: Query {
    static let permission = Permission.readNotes
    let scope = Scope.consortium

    func fetch(in read: borrowing Read) throws -> SampleState {
        let journal = try read.all("select number, name, because from journal order by number") { tuple in
            let (number, name, because): (Int, String, Int?) = (try tuple[0], try tuple[1], try tuple[2])
            return "\(number) \(name)" + (because.map { " \($0)" } ?? "")
        }
        return SampleState(
            titles: try read.all("select title from note order by title") { try $0[0] }, journal: journal,
            letters: try read.count("select count(*) from outbox"))
    }
}

extension TestStore {
    static func sample(
        allowing authority: Authority = .everything, reactions: Reactions = .sample, ports: Ports = Ports()
    ) async throws -> TestStore {
        try await make(modules: [SampleSchema.module], allowing: authority, reactions: reactions, ports: ports)
    }

    var state: SampleState { get async throws { try await fetch(ReadState()) } }

    /// Lends the tenant's database without the store around it.
    func withConnection<Answer>(_ body: (any WriteConnection) throws -> Answer) throws -> Answer {
        let storage = try engine.open(store.tenant)
        defer { storage.close() }
        return try storage.write(body)
    }
}
