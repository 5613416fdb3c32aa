import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `The messages` {
    @Test func `that wait are shown, and those that failed can be tried again`() async throws {
        let story = try await RoundStory.published(count: 1)
        let world = story.world
        let waiting = try await world.send(.get, "/staff/messages", as: .lead).text
        #expect(
            waiting.contains("Receipt to an applicant") && waiting.contains("All messages got through or are waiting."))
        try await world.use { open in
            let leased = try await open.store.perform(
                LeaseMessages(limit: 10, leaseSeconds: 60), by: .system, at: world.now)
            for message in leased {
                let end = SettleMessage(message, result: .failed(problem: "550 no such mailbox"))
                _ = try await open.store.perform(end, by: .system, at: world.now)
            }
        }
        let failed = try await world.send(.get, "/staff/messages", as: .lead).text
        #expect(failed.contains("550 no such mailbox"))
        #expect(try await world.send(.get, "/staff", as: .lead).text.contains("Messages that did not get through: 1"))
        let retry = failed.firstMatch(of: /action="([^"]+\/attempts)"/).map { String($0.output.1) } ?? ""
        #expect(try await world.send(.post, retry, as: .lead).status == .seeOther)
        let again = try await world.send(.post, retry, as: .lead)
        #expect(again.status == .conflict && again.text.contains("it needs no further try"))
    }
}
