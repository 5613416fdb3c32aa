import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct PublishCallTests {
    @Test func `a call is published with its channels`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        _ = try await world.vacancy(of: world.umeå, asked: 2)
        let channels = [try Slug("university"), try Slug("press")]
        let events = try await world.events {
            try await world.perform(PublishCall(round: world.round, channels: channels), at: .publishing)
        }
        #expect(events == ["recruitment.call.published"])
        let detail = try await world.fetch(RoundDetail(round: .id(world.round)))
        #expect(detail.round.publishedAt == .publishing)
        #expect(detail.channels == [try Slug("press"), try Slug("university")])
        let payload = try await world.fetch(WholeJournal()).last?.payload
        #expect(
            payload
                == #"{"applyBy":"2027-03-14","channels":["press","university"],"positions":2,"round":"\#(world.round)"}"#
        )
    }

    @Test func `without an approved place there is nothing to publish`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let demand = try await world.demand(of: world.umeå)
        await #expect(throws: Rejection.conflict("round.no_positions")) { try await world.publish() }
        try await world.perform(ApproveDemand(demand: demand, positions: 1), at: .stating)
        try await world.publish()
    }

    @Test func `a call is out in at least one channel, and in none twice`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        _ = try await world.vacancy(of: world.umeå)
        await #expect(throws: Rejection.invalid("channels", "channels.required")) {
            try await world.perform(PublishCall(round: world.round, channels: []), at: .publishing)
        }
        let twice = [try Slug("press"), try Slug("press")]
        await #expect(throws: Rejection.invalid("channels", "channel.duplicate")) {
            try await world.perform(PublishCall(round: world.round, channels: twice), at: .publishing)
        }
        try await world.publish()
    }

    @Test func `a call is published once, and not when it is over`() async throws {
        let (world, _) = try await RecruitmentWorld.open()
        await #expect(throws: Rejection.conflict("round.published")) { try await world.publish() }
        let late = try await RecruitmentWorld.make()
        try await late.plan()
        _ = try await late.vacancy(of: late.umeå)
        await #expect(throws: Rejection.tooLate(.application)) {
            try await late.perform(PublishCall(round: late.round, channels: [try Slug("press")]), at: .afterwards)
        }
        try await late.perform(CloseRound(round: late.round), at: .publishing)
        await #expect(throws: Rejection.conflict("round.closed")) { try await late.publish() }
    }
}
