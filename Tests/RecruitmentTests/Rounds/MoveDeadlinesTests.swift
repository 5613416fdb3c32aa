import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct MoveDeadlinesTests {
    private static let later = Deadlines(
        demandBy: .day("2027-02-14"), applyBy: .day("2027-03-21"), rankBy: .day("2027-04-15"),
        hireBy: .day("2027-06-20"))

    @Test func `a moved application deadline takes later applications, and purge dates follow it`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let candidacy = try await world.apply(.complete(places)).candidacy
        #expect(try await world.own(candidacy).candidacy.purgeAfter == .day("2028-03-13"))
        let events = try await world.events {
            try await world.perform(MoveDeadlines(round: world.round, deadlines: Self.later))
        }
        #expect(events == ["recruitment.round.moved"])
        #expect(try await world.own(candidacy).candidacy.purgeAfter == .day("2028-03-20"))
        try await world.apply(.complete(places, email: "late@example.org"), at: .afterwards)
    }

    @Test func `the same dates are no move`() async throws {
        let (world, _) = try await RecruitmentWorld.open()
        let events = try await world.events {
            try await world.perform(MoveDeadlines(round: world.round, deadlines: .sample))
        }
        #expect(events == [])
    }

    @Test func `applications are not closed on a day that has ended, but may be closed today`() async throws {
        let (world, _) = try await RecruitmentWorld.open()
        await #expect(throws: Rejection.invalid("apply_by", "date.past")) {
            try await world.perform(MoveDeadlines(round: world.round, deadlines: .applying(by: "2027-02-28")))
        }
        try await world.perform(MoveDeadlines(round: world.round, deadlines: .applying(by: "2027-03-01")))
    }

    @Test func `once the pool is released only later dates move`() async throws {
        let (world, _) = try await RecruitmentWorld.open()
        try await world.release()
        await #expect(throws: Rejection.conflict("round.released")) {
            try await world.perform(MoveDeadlines(round: world.round, deadlines: Self.later), at: .afterwards)
        }
        let ranking = Deadlines(
            demandBy: .day("2027-02-14"), applyBy: .day("2027-03-14"), rankBy: .day("2027-04-20"), hireBy: nil)
        try await world.perform(MoveDeadlines(round: world.round, deadlines: ranking), at: .afterwards)
        #expect(try await world.fetch(RoundDetail(round: .id(world.round))).round.deadlines == ranking)
    }

    @Test func `dates out of order are refused, and so is a round that is closed`() async throws {
        let (world, _) = try await RecruitmentWorld.open()
        let wrong = Deadlines(demandBy: nil, applyBy: .day("2027-04-16"), rankBy: .day("2027-04-15"), hireBy: nil)
        await #expect(throws: Rejection.invalid("rank_by", "date.order", ["after": "2027-04-16"])) {
            try await world.perform(MoveDeadlines(round: world.round, deadlines: wrong))
        }
        try await world.perform(CloseRound(round: world.round), at: .afterwards)
        await #expect(throws: Rejection.conflict("round.closed")) {
            try await world.perform(MoveDeadlines(round: world.round, deadlines: Self.later), at: .afterwards)
        }
    }
}
