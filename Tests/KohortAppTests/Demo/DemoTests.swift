import Billing
import Delivery
import Foundation
import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortApp

@Suite struct DemoTests {
    @Test func `KS is in mid-programme, with one who waits for a coordinator and one who left`() async throws {
        let world = try await DemoWorld.filled()
        let lines = try await world.trainees()
        let states = Dictionary(grouping: lines, by: \.trainee.state).mapValues(\.count)
        #expect(states == [.enrolled: 5, .blocked: 1, .withdrawn: 1])
        #expect(lines.first { $0.trainee.state == .blocked }?.missing == [.coordinatorNamed, .aimsAnchored])
        let eachOnce = Set(lines.compactMap(\.host))
        #expect(eachOnce == ["Lyngmo kommune", "Fjordvik kommune", "Granheim kommune", "Solstrand fylkeskommune"])
        let gatherings = try await world.fetch(GatheringList(cohort: try await world.cohort()))
        #expect(gatherings.count == 8)
        #expect(gatherings.filter { $0.gathering.days.last < .day("2026-11-20") }.count == 5)
    }

    @Test func `one invoice is issued, one is credited in part, and one waits for what its payer lacks`() async throws {
        let world = try await DemoWorld.filled()
        let invoices = try await world.fetch(InvoiceList())
        #expect(invoices.issued.map(\.document.number).sorted() == ["F1", "F2", "K1"])
        let draft = try #require(invoices.drafts.first)
        #expect(invoices.drafts.count == 1 && draft.payer.name == "Granheim kommune")
        #expect(
            draft.gaps.map(\.field)
                == ["payer.organisation_number", "payer.endpoint", "payer.buyer_reference"])
        let open = try await world.fetch(ChargeList()).charges.filter { $0.charge.state == .charged }
        #expect(open.map(\.payer.name) == ["Solstrand fylkeskommune"])
    }

    @Test func `a second filling changes nothing, and Romerike is as its source leaves it`() async throws {
        let world = try await DemoWorld.filled()
        try await Demo(world.kohort).deliver()
        #expect(try await world.trainees().count == 7)
        try await Demo(world.kohort).remember()
        let romerike = try await world.cohorts(of: "romerike")
        #expect(romerike == ["lttr-2013 toBeClosed 8"])
    }

    /// Dates are laid around today, whatever today is.
    @Test(arguments: ["2027-01-01", "2028-02-29", "2026-12-31", "2027-03-31", "2027-08-15"])
    func `it can be filled on any day`(day: String) async throws {
        let world = try await DemoWorld.filled(at: day)
        #expect(try await world.cohorts(of: "ks") == ["ks-cohort-5 toBeClosed 0", "ks-cohort-demo running 7"])
    }

    @Test func `files of one definition are laid together by their keys at the margin`() {
        let files = ["# one\na:\n  - 1\nb:\n  - 2\n", "b:\n  - 3\nc:\n  - 4"]
        #expect(DemoDefinition.joined(files) == "a:\n  - 1\nb:\n  - 2\n  - 3\nc:\n  - 4")
    }
}

/// An installation with KS's demo, as somebody of its programme office reads it.
private struct DemoWorld: Sendable {
    let kohort: Kohort
    let ground: TestGround

    static func filled(at day: String = "2026-11-20") async throws -> DemoWorld {
        let ground = try TestGround()
        var settings = try await ground.settings()
        let root = URL(fileURLWithPath: #filePath).pathComponents.prefix { $0 != "Tests" }.joined(separator: "/")
        settings.definitions = "\(root)/config/consortia"
        let now = Instant.at(day + "T08:00:00Z")
        let kohort = try await Kohort.open(settings, clock: WallClock { now })
        try await Demo(kohort).deliver()
        return DemoWorld(kohort: kohort, ground: ground)
    }

    func fetch<Q: KohortStore.Query>(_ query: Q) async throws -> Q.Answer {
        try await kohort.use(try Slug("ks")) { open in
            let hiring = DemoHiring(open, at: kohort.clock.now)
            let lead = try await hiring.invite("Lead", at: "ks", .lead, on: .consortium)
            return try await open.store.fetch(query, by: lead, at: kohort.clock.now)
        }
    }

    func cohort() async throws -> CohortID {
        let found = try await fetch(CohortList()).first { $0.slug.text == DemoMonths.cohort }
        return try #require(found).id
    }

    func trainees() async throws -> [TraineeList.Line] {
        try await fetch(TraineeList(cohort: .slug(try Slug(DemoMonths.cohort))))
    }

    func cohorts(of tenant: String) async throws -> [String] {
        try await kohort.use(try Slug(tenant)) { open in
            try await open.store.fetch(CohortList(), by: .operator, at: kohort.clock.now).map {
                "\($0.slug) \($0.stage) \($0.enrolled)"
            }
        }
    }
}

extension LocalDate {
    fileprivate static func day(_ text: String) -> LocalDate { LocalDate(text) ?? LocalDate(daysSince1970: 0) }
}
