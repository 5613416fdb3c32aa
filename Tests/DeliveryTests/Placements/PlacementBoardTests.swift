import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct PlacementBoardTests {
    @Test func `hosts with their bars by date, and who is not planned`() async throws {
        let world = try await DeliveryWorld.make(.sample(roles: RoleRules(supervisorPerPeriod: true)))
        let items = world.halves()
        let trainee = try await world.planned(items)
        let other = try await world.trainee(of: world.town, "Anne Berg")
        try await world.supervisor("Sissel", of: items[1].id)
        let board = try await world.fetch(PlacementBoard(cohort: .id(world.cohort.id)))
        #expect(board.period == .cohort)
        #expect(board.unplanned.map(\.id) == [other])
        #expect(board.rows.map(\.name) == ["City", "Middling"])
        let bars = board.rows.flatMap(\.bars)
        #expect(bars.map(\.placement.id) == items.map(\.id))
        #expect(bars.map(\.trainee.id) == [trainee, trainee])
        #expect(bars.map(\.unit) == ["Roads", nil])
        #expect(bars.map { $0.supervisor?.contact?.name } == [nil, "Sissel"])
        #expect(bars.map(\.lacksSupervisor) == [true, false])
    }

    @Test func `two hundred trainees take as many statements as one`() async throws {
        let world = try await DeliveryWorld.make(
            .sample(roles: RoleRules(supervisorPerPeriod: true, beforeStart: [.aimsAnchored])))
        let cohort = CohortReference.id(world.cohort.id)
        let counted = try world.counted()
        func statements() async throws -> [Int] {
            var counts: [Int] = []
            let before = counted.storage.statements
            _ = try await counted.store.fetch(
                PlacementBoard(cohort: cohort), by: .system, at: .at("2011-09-15T10:00:00Z"))
            counts.append(counted.storage.statements - before)
            _ = try await counted.store.fetch(TraineeList(cohort: cohort), by: .system, at: .at("2011-09-15T10:00:00Z"))
            counts.append(counted.storage.statements - before - counts[0])
            return counts
        }
        for number in 1...200 {
            let items = world.halves()
            _ = try await world.planned(items, "Trainee \(String(number).map { letters[$0] ?? "" }.joined())")
            try await world.supervisor("Sissel", of: items[0].id)
            if number == 1 { #expect(try await statements() == [4, 5]) }
        }
        #expect(try await statements() == [4, 5])
        let board = try await world.fetch(PlacementBoard(cohort: cohort))
        #expect(board.rows.map(\.bars.count) == [200, 200])
        #expect(try await world.fetch(TraineeList(cohort: cohort)).count == 200)
    }

    /// Sample addresses are made of letters alone.
    private let letters: [Character: String] = Dictionary(
        uniqueKeysWithValues: zip("0123456789", "abcdefghij").map { ($0, String($1)) })
}

extension DeliveryWorld {
    /// The same database once more, with its readers' statements counted.
    fileprivate func counted() throws -> (store: Store, storage: CountingStorage) {
        let storage = CountingStorage(try test.engine.open(test.store.tenant))
        let composition = Composition(
            schema: Schema([StoreSchema.module, DeliverySchema.module]), authority: .everything,
            reactions: Reactions(), ports: Self.ports(cohort, hosts, newcomers, coordinated, people))
        let store = Store(
            tenant: test.store.tenant, storage: storage, composition: composition, threads: TestStore.threads)
        return (store, storage)
    }
}
