import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct StateDemandTests {
    private static let lastSecond = Instant.at("2027-02-14T22:59:59Z")
    private static let midnight = Instant.at("2027-02-14T23:00:00Z")

    @Test func `a member states its demand, more than one if it likes`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let first = try await world.demand(of: world.umeå, asked: 2)
        let second = try await world.demand(of: world.umeå, title: "Planner")
        let list = try await world.fetch(DemandList(round: .id(world.round)))
        #expect(list.demands.map(\.demand.id) == [first, second])
        #expect(list.demands[0].demand.terms == .sample(asked: 2))
        #expect(list.demands[0].demand.state == .stated)
        #expect(list.demands[0].demand.isLate == false)
        #expect(
            try await world.events() == [
                "recruitment.round.planned", "recruitment.demand.stated", "recruitment.demand.stated",
            ])
    }

    @Test func `the deadline ends at midnight in the round's zone`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        func command() -> StateDemand {
            StateDemand(id: .new(), round: world.round, organisation: world.umeå, terms: .sample())
        }
        try await world.perform(command(), at: Self.lastSecond)
        await #expect(throws: Rejection.tooLate(.demand)) { try await world.perform(command(), at: Self.midnight) }
        #expect(try await world.fetch(DemandList(round: .id(world.round))).demands.count == 1)
    }

    @Test func `without a deadline of its own demand is taken as long as applications are`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan(
            deadlines: Deadlines(demandBy: nil, applyBy: .day("2027-03-14"), rankBy: nil, hireBy: nil))
        let command = StateDemand(id: .new(), round: world.round, organisation: world.umeå, terms: .sample())
        await #expect(throws: Rejection.tooLate(.application)) { try await world.perform(command, at: .afterwards) }
        try await world.perform(command, at: .applying)
    }

    @Test func `who is no member is refused, and who is not one yet`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        await #expect(throws: Rejection.conflict("organisation.not_member")) {
            _ = try await world.demand(of: world.outsider)
        }
        let command = StateDemand(id: .new(), round: world.round, organisation: world.umeå, terms: .sample())
        await #expect(throws: Rejection.conflict("organisation.not_member")) {
            try await world.perform(command, at: .at("2027-01-14T22:59:59Z"))
        }
        try await world.perform(command, at: .at("2027-01-14T23:00:00Z"))
    }

    @Test func `wrong terms are refused, and so are a closed and an unknown round`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let wrong = StateDemand(id: .new(), round: world.round, organisation: world.umeå, terms: .sample(title: ""))
        await #expect(throws: Rejection.invalid("title", "text.required")) {
            try await world.perform(wrong, at: .stating)
        }
        let lost = StateDemand(id: .new(), round: .new(), organisation: world.umeå, terms: .sample())
        await #expect(throws: Rejection.notFound) { try await world.perform(lost, at: .stating) }
        try await world.perform(CloseRound(round: world.round), at: .stating)
        await #expect(throws: Rejection.conflict("round.closed")) { _ = try await world.demand(of: world.umeå) }
    }
}
