import Foundation
import KohortCore
import KohortPostgres
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortApp

@Suite(.timeLimit(.minutes(15))) struct SlowReadTests {
    @Test func `a read beyond the setting is ended and says so, one beside it is answered, and so are all after it`()
        async throws
    {
        let ground = try TestGround()
        var settings = try await ground.settings()
        settings.statementSeconds = 1
        if let server = settings.postgres?.server {
            settings.postgres = PostgresSettings(server: server, connections: 8)
            settings.postgres?.server.statementSeconds = 1
        }
        let kohort = try await Kohort.open(settings)
        _ = try await ApplyDefinitionFile(yaml: try OperatorWorld.definition, isDryRun: false).answer(in: kohort)
        let (start, reason) = (
            ContinuousClock.now,
            TestEngine.isShared ? "canceling statement due to statement timeout" : "the read took too long"
        )
        let slow = Task { try await count(to: 1 << 40, in: kohort) }
        #expect(try await count(to: 10, in: kohort) == 10)
        await #expect(throws: StoreFault.unavailable(reason)) { try await slow.value }
        #expect(start.duration(to: .now) > .seconds(1))
        for _ in 0..<10 { #expect(try await count(to: 10, in: kohort) == 10) }
        try await kohort.close()
    }

    private func count(to bound: Int, in kohort: Kohort) async throws -> Int {
        try await kohort.use(try Slug("norra-norrland")) {
            try await $0.store.fetch(CountTo(bound: bound), by: .operator, at: .now)
        }
    }
}

private struct CountTo: KohortStore.Query {
    static let permission = Permission.readOutbox
    let scope = Scope.consortium
    let bound: Int

    func fetch(in read: borrowing Read) throws -> Int {
        try read.count(
            "with recursive n (i) as (select 1 union all select i + 1 from n where i < \(bound)) select count(*) from n"
        )
    }
}
