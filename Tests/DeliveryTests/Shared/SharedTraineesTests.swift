import Delivery
import KohortCore
import KohortStore
import KohortTesting
import Testing

@Suite(.enabled(if: TestEngine.isShared, "one process has a folder to itself"))
struct SharedTraineesTests {
    @Test func `somebody who is entered at three daemons at once is one trainee`() async throws {
        let world = try await DeliveryWorld.make()
        let entering = try world.entering(.new(), of: world.city)
        let results = await atOnce(try world.test.daemons(3)) {
            _ = try await $0.perform(entering, at: .at("2011-06-01T10:00:00Z"))
        }
        #expect(results.successes().count == 1)
        let names = try await world.fetch(JournalFeed(after: 0, limit: 500)).map(\.name)
        #expect(names.count { $0 == TraineeEnrolled.name } == 1)
    }
}
