import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import KohortApp

@Suite struct StraysTests {
    @Test func `the doctor tells of what was made and never registered, until it is removed`() async throws {
        let daemons = try await Daemons(1)
        let (kohort, stray) = (daemons.all[0], TenantID.new())
        func told() async throws -> [Doctor.Finding] {
            try await Doctor().answer(in: kohort).filter { $0.text.hasSuffix("is no tenant's: look, then remove it") }
        }
        #expect(try await told().isEmpty)
        try kohort.engine.create(stray, .tenant)
        #expect(try await told().map(\.isWell) == [false])
        try kohort.engine.remove(stray)
        #expect(try await told().isEmpty)
    }
}
