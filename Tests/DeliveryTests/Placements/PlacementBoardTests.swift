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

    @Test func `rules that are broken are marked at the placement that breaks them`() async throws {
        let world = try await DeliveryWorld.make(.sample(periods: .homeAwayHome))
        let right = world.sixes()
        _ = try await world.planned(right)
        let other = try await world.trainee(of: world.city, "Ola Aas")
        try await world.placement(of: other, .numbered(1), at: world.city, .days("2011-09-01", "2012-03-01"))
        let wrong = try await world.placement(
            of: other, .numbered(2), at: world.city, .days("2012-03-01", "2012-08-01"))
        let bars = try await world.fetch(PlacementBoard(cohort: .id(world.cohort.id))).rows.flatMap(\.bars)
        let faults = bars.filter { !$0.faults.isEmpty }
        #expect(faults.map(\.trainee.id) == [other, other])
        #expect(
            faults.map { $0.faults.map(\.code) } == [
                ["placement.count"], ["placement.length", "placement.host.another_member"],
            ])
        #expect(faults.last?.placement.id == wrong)
        try await world.perform(WithdrawTrainee(trainee: other, on: .day("2011-09-10"), reason: .studies))
        let after = try await world.fetch(PlacementBoard(cohort: .id(world.cohort.id))).rows.flatMap(\.bars)
        #expect(after.allSatisfy { $0.faults.isEmpty } && after.count == 4)
    }

    @Test func `a leave makes nothing wrong, and a host that is no member any more does`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.planned(world.halves())
        try await world.perform(
            RecordLeave(
                id: .new(), trainee: trainee, startsOn: .day("2012-01-01"), endsBefore: .day("2012-02-01"),
                reason: .care))
        func faults() async throws -> [[String]] {
            let board = try await world.fetch(PlacementBoard(cohort: .id(world.cohort.id)))
            return board.rows.flatMap(\.bars).map { $0.faults.map(\.code) }
        }
        #expect(try await faults() == [[], []])
        let second = try #require(try await world.placements(of: trainee).last)
        try await world.perform(PutHost(placement: second.id, host: world.partner))
        #expect(try await faults() == [[], ["placement.host.any_member"]])
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
            if number == 1 { #expect(try await statements() == [6, 5]) }
        }
        #expect(try await statements() == [6, 5])
        let board = try await world.fetch(PlacementBoard(cohort: cohort))
        #expect(board.rows.map(\.bars.count) == [200, 200])
        #expect(try await world.fetch(TraineeList(cohort: cohort)).count == 200)
    }

    /// Sample addresses are made of letters alone.
    private let letters: [Character: String] = Dictionary(
        uniqueKeysWithValues: zip("0123456789", "abcdefghij").map { ($0, String($1)) })
}

/// Stands for what planning would refuse: a host that was a member when it was chosen.
private struct PutHost: Command {
    static let permission = Permission.readTrainee
    static let events: [any Event.Type] = []
    var scope: Scope { .consortium }
    let placement: PlacementID
    let host: OrganisationID

    func perform(in write: borrowing Write) throws -> Done {
        try write.execute("update placement set host = \(host) where id = \(placement)")
        return Done()
    }
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
