import Delivery
import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

@testable import Reporting

@Suite struct ResultsReportTests {
    private static let targets = [
        TargetDefinition(measure: .members, atLeast: 10), TargetDefinition(measure: .completed, atLeast: 10),
    ]

    private static let printed = PrintedApplicants(counts: [60, 42], atLeast: 60)

    @Test func `printed applicants keep their order, and a number meets the target or does not (ROM-9)`() async throws {
        #expect(try await results([], on: "2014-01-01").applicants == [Self.printed])
        #expect(Self.printed.standings == [.met, .notMet])
        #expect(PrintedApplicants(counts: [60, 42], atLeast: nil).standings == [nil, nil])
    }

    private func entry(_ slug: String, _ year: Int, totals: CohortTotals? = nil) throws -> CohortEntry {
        let start = try #require(LocalDate(year: year, month: 9, day: 1))
        return CohortEntry(
            id: .new(), slug: try Slug(slug), label: String(year), programme: try Slug("lttr"),
            period: totals == nil ? Period(start: start, end: start.adding(months: 18)) : nil, zone: .oslo, members: 14,
            totals: totals, targets: Self.targets)
    }

    private func results(_ entries: [CohortEntry], on day: String) async throws -> Results {
        var ports = Ports()
        ports.answer(CohortBook(printed: { _ in [Self.printed] }) { _ in entries })
        let test = try await TestStore.make(modules: [RecruitmentSchema.module, DeliverySchema.module], ports: ports)
        return try await test.fetch(ResultsReport(), at: .at("\(day)T09:00:00Z"))
    }

    @Test func `a cohort is planned, running, to be closed: by its dates, and never finished by them`() async throws {
        let live = try entry("lttr-2013", 2013)
        for (day, status) in [
            ("2013-08-31", CohortStatus.planned), ("2013-09-01", .running), ("2015-02-28", .running),
            ("2015-03-01", .toBeClosed), ("2030-01-01", .toBeClosed),
        ] {
            let row = try #require(try await results([live], on: day).cohorts.first)
            #expect(row.status == status && row.permanent == nil && row.hiredShare == nil)
            #expect(row.targets.map(\.standing) == [.met, .pending])
            #expect(row.trainees == (status == .planned ? nil : 0))
        }
    }

    @Test func `only finished cohorts are summed, and a share without trainees is none`() async throws {
        let old = [
            try entry("lttr-2008", 2008, totals: CohortTotals(members: 10, started: 10, permanent: 8)),
            try entry("lttr-2009", 2009, totals: CohortTotals(members: 10, started: 5, permanent: 5)),
        ]
        let live = try entry("lttr-2013", 2013)
        let all = try await results(old + [live], on: "2014-01-01")
        #expect(all.cohorts.map(\.status) == [.finished, .finished, .running])
        #expect(all.cohorts.map(\.hiredShare) == [0.8, 1, nil])
        #expect(all.finished.trainees == 15 && all.finished.permanent == 13)
        #expect(all.finished.hiredShare == 13.0 / 15)
        let none = try await results([live], on: "2014-01-01").finished
        #expect(none.trainees == 0 && none.hiredShare == nil)
    }

    @Test func `who applied and who was found qualified are persons of that cohort who stand, each once`() async throws
    {
        let targets = [
            TargetDefinition(measure: .applicants, atLeast: 2),
            TargetDefinition(measure: .qualifiedApplicants, atLeast: 2),
        ]
        func entry(_ slug: String) throws -> CohortEntry {
            CohortEntry(
                id: .new(), slug: try Slug(slug), label: slug, programme: try Slug("lttr"), period: nil,
                zone: .stockholm, members: 8, totals: nil, targets: targets)
        }
        let world = try await FunnelWorld.make(cohorts: [try entry("cohort"), try entry("other")])
        try await world.plan()
        try await world.publish()
        for person in 0..<4 { try await world.apply(world.persons[person], as: person, to: [0, 1]) }
        try await world.perform(ReleasePool(round: world.round))
        for (person, employer, verdict) in [
            (0, 0, Verdict.qualified), (0, 1, .qualified), (1, 0, .qualified), (2, 0, .notQualified),
            (3, 0, .qualified),
        ] { try await world.assess(person, by: employer, verdict) }
        func reached() async throws -> [[Int?]] {
            try await world.test.fetch(ResultsReport(), at: FunnelWorld.now).cohorts.map { $0.targets.map(\.reached) }
        }
        #expect(try await reached() == [[4, 3], [nil, nil]])
        try await world.perform(WithdrawCandidacy(candidacy: world.persons[3]))
        #expect(try await reached() == [[3, 2], [nil, nil]])
        let row = try #require(try await world.test.fetch(ResultsReport(), at: FunnelWorld.now).cohorts.first)
        #expect(row.targets.map(\.standing) == [.met, .met] && row.counts.first == .known(2))
    }
}
