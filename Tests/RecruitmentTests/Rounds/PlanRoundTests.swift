import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct PlanRoundTests {
    @Test func `a round is planned once`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let detail = try await world.fetch(RoundDetail(round: .slug(try Slug("2027"))))
        #expect(detail.round.id == world.round)
        #expect(detail.round.stage == .planned)
        #expect(detail.round.deadlines == .sample)
        #expect(detail.round.settings == .sample)
        #expect(detail.channels == [try Slug("press"), try Slug("traineeguiden")])
        #expect(try await world.events() == ["recruitment.round.planned"])
    }

    @Test func `the same values again change nothing and record nothing`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let before = try await world.fetch(RoundDetail(round: .id(world.round)))
        try await world.perform(try world.planned(channels: ["press", "traineeguiden"]), at: .stating)
        #expect(try await world.fetch(RoundDetail(round: .id(world.round))) == before)
        #expect(try await world.events() == ["recruitment.round.planned"])
    }

    @Test func `a planned round follows the definition`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let settings = RoundSettings(
            oneAcceptanceClosesRest: false, responseWorkingDays: 10, retentionDays: 30, largestWishCount: 50)
        let changed = try world.planned(deadlines: .applying(by: "2027-03-20"), channels: ["site"], settings: settings)
        try await world.perform(changed, at: .stating)
        let detail = try await world.fetch(RoundDetail(round: .id(world.round)))
        #expect(detail.round.deadlines == .applying(by: "2027-03-20"))
        #expect(detail.round.settings == settings)
        #expect(detail.round.plannedAt == .planning)
        #expect(detail.channels == [try Slug("site")])
        #expect(try await world.events() == ["recruitment.round.planned", "recruitment.round.replanned"])
    }

    @Test func `a change of channels alone is recorded`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        try await world.perform(try world.planned(channels: ["press"]), at: .stating)
        #expect(try await world.events() == ["recruitment.round.planned", "recruitment.round.replanned"])
    }

    @Test func `a published round stays as it is`() async throws {
        let (world, _) = try await RecruitmentWorld.open()
        let before = try await world.fetch(RoundDetail(round: .id(world.round)))
        let events = try await world.events {
            try await world.perform(try world.planned(deadlines: .applying(by: "2027-03-20"), channels: ["site"]))
        }
        #expect(events == [])
        #expect(try await world.fetch(RoundDetail(round: .id(world.round))) == before)
    }

    @Test func `dates that the lead has moved stay moved`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let moved = Deadlines.applying(by: "2027-03-20")
        try await world.perform(MoveDeadlines(round: world.round, deadlines: moved), at: .planning)
        let events = try await world.events { try await world.plan() }
        #expect(events == [])
        #expect(try await world.fetch(RoundDetail(round: .id(world.round))).round.deadlines == moved)
    }

    @Test func `a slug belongs to one round`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let other = PlanRound(
            id: .new(), slug: try Slug("2027"), cohort: try Slug("cohort-1"), country: .sweden, zone: .stockholm,
            deadlines: .sample, channels: [], settings: .sample)
        await #expect(throws: Rejection.conflict("round.slug_taken")) { try await world.perform(other) }
    }

    @Test func `all that is wrong is said at once`() async throws {
        let world = try await RecruitmentWorld.make()
        let settings = RoundSettings(
            oneAcceptanceClosesRest: true, responseWorkingDays: 0, retentionDays: 29, largestWishCount: 51)
        let wrong = try world.planned(
            deadlines: .applying(by: "2027-02-14"), channels: ["press", "press"], settings: settings)
        let problems = [
            FieldProblem("apply_by", "date.order", ["after": "2027-02-14"]),
            FieldProblem("response_working_days", "number.range", ["from": "1", "to": "60"]),
            FieldProblem("retention_days", "number.range", ["from": "30", "to": "3650"]),
            FieldProblem("largest_wish_count", "number.range", ["from": "1", "to": "50"]),
            FieldProblem("channels", "channel.duplicate"),
        ]
        await #expect(throws: Rejection.invalid(problems)) { try await world.perform(wrong) }
        #expect(try await world.fetch(RoundList()) == [])
    }
}
