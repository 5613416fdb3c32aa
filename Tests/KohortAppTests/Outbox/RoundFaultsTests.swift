import KohortCore
import KohortStore
import KohortTesting
import Logging
import Tenancy
import Testing

@testable import KohortApp

@Suite struct RoundFaultsTests {
    @Test func `what many tenants met is told once, and each other reason beside it`() throws {
        let log = LogStore()
        var faults = RoundFaults("outbox", log.logger)
        faults.tell()
        #expect(log.lines == [])
        for slug in ["one", "two", "three"] { faults.note(StoreFault.unavailable("away"), at: try Slug(slug)) }
        faults.note(StoreFault.full, at: try Slug("four"))
        faults.tell()
        let told = [
            ["error": "full", "tenant": "four"], ["error": #"unavailable("away")"#, "tenant": "one", "others": "2"],
        ]
        #expect(log.lines == told.map { LogStore.Line(level: .error, message: "outbox", metadata: $0) })
    }
}
