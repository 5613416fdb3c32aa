import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

/// Deadlines at Stockholm's midnight, also on the nights when the clocks change.
struct ApplicationDeadlineTests {
    struct Night: Sendable, CustomTestStringConvertible {
        let date: String
        let lastSecond: Instant
        let midnight: Instant
        var testDescription: String { date }
    }

    static let nights = [
        // Winter time, the day before clocks go forward; that day, which has 23 hours; the day after it.
        Night(date: "2027-03-27", lastSecond: .at("2027-03-27T22:59:59Z"), midnight: .at("2027-03-27T23:00:00Z")),
        Night(date: "2027-03-28", lastSecond: .at("2027-03-28T21:59:59Z"), midnight: .at("2027-03-28T22:00:00Z")),
        Night(date: "2027-03-29", lastSecond: .at("2027-03-29T21:59:59Z"), midnight: .at("2027-03-29T22:00:00Z")),
        // Summer time, the day before clocks go back; that day, which has 25 hours.
        Night(date: "2027-10-30", lastSecond: .at("2027-10-30T21:59:59Z"), midnight: .at("2027-10-30T22:00:00Z")),
        Night(date: "2027-10-31", lastSecond: .at("2027-10-31T22:59:59Z"), midnight: .at("2027-10-31T23:00:00Z")),
    ]

    @Test(arguments: nights) func `the last second counts, and midnight is too late`(night: Night) async throws {
        let (world, places) = try await RecruitmentWorld.open(deadlines: .applying(by: night.date))
        let deadline = Deadline(.day(night.date), in: .stockholm)
        await #expect(throws: Rejection.tooLate(deadline)) {
            try await world.apply(.complete(places), at: night.midnight)
        }
        let receipt = try await world.apply(.complete(places), at: night.lastSecond)
        #expect(try await world.own(receipt.candidacy).candidacy.submittedAt == night.lastSecond)
    }

    @Test func `nothing of one's own is changed after the deadline, but it can be withdrawn`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let id = try await world.apply(.complete(places), documents: [.cv(), .other()]).candidacy
        let draft = try await world.apply(.complete(places, email: "b@example.org"), submits: false).candidacy
        let document = try await world.own(id).documents[1].id
        let midnight = Instant.at("2027-03-14T23:00:00Z")
        let changed = ChangeCandidacy(candidacy: id, form: .complete([places[0]]))
        func tooLate(_ command: some Command) async {
            await #expect(throws: Rejection.tooLate(.application)) { try await world.perform(command, at: midnight) }
        }
        await tooLate(changed)
        await tooLate(SubmitCandidacy(candidacy: draft))
        await tooLate(AttachDocument(candidacy: id, document: .other(hash: "d")))
        await tooLate(RemoveDocument(candidacy: id, document: document))
        #expect(try await world.own(id, at: midnight).canChange == false)
        let lastSecond = Instant.at("2027-03-14T22:59:59Z")
        try await world.perform(changed, at: lastSecond)
        try await world.perform(RemoveDocument(candidacy: id, document: document), at: lastSecond)
        try await world.perform(AttachDocument(candidacy: id, document: .other(hash: "d")), at: lastSecond)
        try await world.perform(WithdrawCandidacy(candidacy: id), at: midnight)
    }
}
