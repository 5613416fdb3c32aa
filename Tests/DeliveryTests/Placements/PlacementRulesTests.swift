import KohortCore
import Testing

@testable import Delivery

@Suite struct PlacementRulesTests {
    private let hosts = HostOrganisation.samples
    private var city: OrganisationID { hosts[0].id }
    private var middling: OrganisationID { hosts[1].id }
    private var town: OrganisationID { hosts[2].id }
    private var twin: OrganisationID { hosts[3].id }
    private var partner: OrganisationID { hosts[4].id }

    private func faults(
        _ items: [PlacementItem], _ pattern: PeriodPattern, employer: OrganisationID? = nil,
        within: Period = .cohort, leaves: [Period] = [],
        hosts: [HostOrganisation]? = nil
    ) -> [String] {
        let byDay = items.map { ($0.startsOn, Hosts(hosts ?? self.hosts)) }
        let rules = PlacementRules(
            pattern: pattern, employer: employer ?? city, within: within, added: leaves,
            hosts: Dictionary(byDay, uniquingKeysWith: { first, _ in first }))
        return rules.problems(in: items).map { "\($0.field) \($0.code)" }
    }

    /// As many periods one after another, in the given hosts.
    private func periods(_ hosts: OrganisationID..., starts: [String] = []) -> [PlacementItem] {
        let days = ["2011-09-01", "2012-01-01", "2012-05-01", "2012-09-01", "2013-01-01"]
        return hosts.enumerated().map { .sample($0 + 1, at: $1, days[$0], days[$0 + 1]) }
    }

    @Test func `two or three periods fit, one and four do not (KS11-29)`() {
        let pattern = PeriodPattern.withOptional
        #expect(faults(periods(city), pattern) == ["placements placement.count"])
        #expect(faults(periods(city, middling), pattern) == [])
        #expect(faults(periods(city, middling, town), pattern) == [])
        #expect(faults(periods(city, middling, town, city), pattern) == ["placements placement.count"])
    }

    @Test func `a period at KS is counted apart, two months at most, at KS (KS11-29, KS11-30)`() {
        func with(_ host: OrganisationID, until: String) -> [PlacementItem] {
            periods(city, middling) + [.sample(0, at: host, "2012-05-01", until, optional: "ks-period")]
        }
        let pattern = PeriodPattern.withOptional
        #expect(faults(with(partner, until: "2012-07-01"), pattern) == [])
        #expect(
            faults(with(partner, until: "2012-07-02"), pattern) == ["placements[2].ends_before placement.too_long"])
        #expect(faults(with(town, until: "2012-07-01"), pattern) == ["placements[2].host placement.host.named"])
        let again =
            with(partner, until: "2012-07-01") + [
                .sample(0, at: partner, "2012-07-01", "2012-08-01", optional: "ks-period")
            ]
        #expect(faults(again, pattern) == ["placements[3].part placement.twice"])
        let unknown: [PlacementItem] = [.sample(0, at: partner, "2012-07-01", "2012-08-01", optional: "other")]
        #expect(faults(periods(city, middling) + unknown, pattern) == ["placements[2].part placement.part.unknown"])
    }

    @Test func `periods are numbered in the order of their dates`() {
        let inOrder: [PlacementItem] = [
            .sample(2, at: middling, "2012-06-01", "2013-03-01"), .sample(1, at: city, "2011-09-01", "2012-06-01"),
        ]
        #expect(faults(inOrder, .withOptional) == [])
        let swapped: [PlacementItem] = [
            .sample(1, at: middling, "2012-06-01", "2013-03-01"), .sample(2, at: city, "2011-09-01", "2012-06-01"),
        ]
        #expect(
            faults(swapped, .withOptional) == [
                "placements[1].part placement.order", "placements[0].part placement.order",
            ]
        )
        let gap: [PlacementItem] = [
            .sample(1, at: city, "2011-09-01", "2012-06-01"), .sample(3, at: city, "2012-06-01", "2013-03-01"),
        ]
        #expect(faults(gap, .withOptional) == ["placements[1].part placement.order"])
    }

    @Test func `placements touch and never overlap, the optional one neither`() {
        func with(from start: String) -> [PlacementItem] {
            periods(city, middling) + [.sample(0, at: partner, start, "2012-06-01", optional: "ks-period")]
        }
        #expect(faults(with(from: "2012-05-01"), .withOptional) == [])
        #expect(faults(with(from: "2012-04-30"), .withOptional) == ["placements[2].starts_on placement.overlaps"])
    }

    @Test func `a long first placement overlaps every one that begins in it`() {
        let items: [PlacementItem] = [
            .sample(1, at: city, "2011-09-01", "2013-03-01"), .sample(2, at: city, "2011-10-01", "2011-11-01"),
            .sample(3, at: city, "2012-10-01", "2012-11-01"),
        ]
        #expect(
            faults(items, .withOptional)
                == ["placements[1].starts_on placement.overlaps", "placements[2].starts_on placement.overlaps"])
    }

    @Test func `placements lie in the trainee's time, from its first to its last day`() {
        func with(_ start: String, _ end: String) -> [PlacementItem] {
            [.sample(1, at: city, start, "2012-06-01"), .sample(2, at: city, "2012-06-01", end)]
        }
        #expect(faults(with("2011-09-01", "2013-03-01"), .withOptional) == [])
        #expect(
            faults(with("2011-08-31", "2013-03-01"), .withOptional) == ["placements[0].starts_on placement.outside"])
        #expect(
            faults(with("2011-09-01", "2013-03-02"), .withOptional) == ["placements[1].starts_on placement.outside"])
    }

    @Test func `dates in the wrong order are said so, with everything else that is wrong`() {
        let items: [PlacementItem] = [
            .sample(1, at: city, "2012-06-01", "2012-06-01"), .sample(2, at: .new(), "2012-06-02", "2013-03-01"),
        ]
        #expect(
            faults(items, .withOptional) == [
                "placements[0].ends_before date.order", "placements[1].host placement.host.unknown",
            ])
    }

    @Test func `part 2 away from home, part 3 back, six months each (ROM-10)`() {
        func plan(_ second: OrganisationID, _ third: OrganisationID, _ break: String = "2012-09-01") -> [PlacementItem]
        {
            [
                .sample(1, at: city, "2011-09-01", "2012-03-01"), .sample(2, at: second, "2012-03-01", `break`),
                .sample(3, at: third, `break`, "2013-03-01"),
            ]
        }
        let pattern = PeriodPattern.homeAwayHome
        #expect(faults(plan(town, city), pattern) == [])
        #expect(faults(plan(city, city), pattern) == ["placements[1].host placement.host.another_member"])
        #expect(faults(plan(town, town), pattern) == ["placements[2].host placement.host.home"])
        #expect(
            faults(plan(town, city, "2012-08-31"), pattern)
                == ["placements[1].ends_before placement.length", "placements[2].ends_before placement.length"])
    }

    @Test func `companies under one membership are one member, and a partner is none`() {
        let pattern = PeriodPattern.each(.anotherMember)
        #expect(
            faults(periods(twin, city), pattern, employer: town) == ["placements[0].host placement.host.another_member"]
        )
        #expect(faults(periods(city, city), pattern, employer: town) == [])
        #expect(faults(periods(partner, city), .each(.anyMember)) == ["placements[0].host placement.host.any_member"])
        #expect(faults(periods(city, city), .each(.anyMember)) == [])
    }

    @Test func `the contrast is a smaller member where there is one (NOR-7)`() {
        let pattern = PeriodPattern.each(.contrastOfSize)
        let wrong = "placements[0].host placement.host.contrast_of_size"
        #expect(faults(periods(town, middling), pattern) == [])
        #expect(faults(periods(city, town), pattern) == [wrong])
        #expect(faults(periods(city, town), pattern, employer: middling) == [wrong])
        #expect(faults(periods(town, twin), pattern, employer: middling) == [])
    }

    @Test func `where no other member is smaller, any other member is the contrast (NOR-7)`() {
        let pattern = PeriodPattern.each(.contrastOfSize)
        #expect(faults(periods(city, middling), pattern, employer: twin) == [])
        #expect(
            faults(periods(town, middling), pattern, employer: twin)
                == ["placements[0].host placement.host.contrast_of_size"])
    }

    @Test func `a size that cannot be compared is not smaller`() {
        let classed = HostOrganisation(
            id: .new(), slug: .known("classed"), name: "Classed", membership: .new(),
            size: OrganisationSize(class: .small))
        let all = [hosts[0], hosts[2], classed]
        let pattern = PeriodPattern.each(.contrastOfSize)
        #expect(
            faults(periods(classed.id, town), pattern, hosts: all)
                == ["placements[0].host placement.host.contrast_of_size"])
        #expect(faults(periods(classed.id, classed.id), pattern, hosts: [hosts[0], classed]) == [])
    }

    @Test func `the named host and no other`() {
        let pattern = PeriodPattern.each(.named, organisation: "partner")
        #expect(faults(periods(partner, partner), pattern) == [])
        #expect(faults(periods(partner, city), pattern) == ["placements[1].host placement.host.named"])
    }

    @Test func `each period in another unit of the employer (GEN-1)`() {
        let (roads, water) = (hosts[0].units[0].id, hosts[0].units[1].id)
        func plan(_ first: UnitID?, _ second: UnitID?, at host: OrganisationID? = nil) -> [PlacementItem] {
            [
                .sample(1, at: city, "2011-09-01", "2012-06-01", unit: first),
                .sample(2, at: host ?? city, "2012-06-01", "2013-03-01", unit: second),
            ]
        }
        let pattern = PeriodPattern.each(.anotherUnit)
        #expect(faults(plan(roads, water), pattern) == [])
        #expect(faults(plan(roads, roads), pattern) == ["placements[1].unit placement.unit.used"])
        #expect(faults(plan(roads, nil), pattern) == ["placements[1].unit placement.unit.required"])
        #expect(
            faults(plan(roads, hosts[2].units[0].id, at: town), pattern)
                == ["placements[1].host placement.host.another_unit"])
    }

    @Test func `a unit is its host's`() {
        func plan(_ unit: UnitID) -> [PlacementItem] {
            [
                .sample(1, at: city, "2011-09-01", "2012-06-01", unit: unit),
                .sample(2, at: city, "2012-06-01", "2013-03-01"),
            ]
        }
        #expect(faults(plan(hosts[0].units[1].id), .withOptional) == [])
        #expect(faults(plan(hosts[1].units[0].id), .withOptional) == ["placements[0].unit placement.unit.unknown"])
    }

    @Test func `the days of a leave do not count towards the length`() {
        func plan(_ second: String, _ third: String, _ end: String) -> [PlacementItem] {
            [
                .sample(1, at: city, "2011-09-01", second), .sample(2, at: town, second, third),
                .sample(3, at: city, third, end),
            ]
        }
        let leave = Period.days("2011-10-01", "2011-10-31")
        let longer = Period.days("2011-09-01", "2013-04-01")
        let moved = plan("2012-03-31", "2012-10-01", "2013-03-31")
        let inMonths = plan("2012-03-31", "2012-09-30", "2013-03-30")
        let tooShort = plan("2012-03-30", "2012-09-30", "2013-03-30")
        for plan in [moved, inMonths] {
            #expect(faults(plan, .homeAwayHome, within: longer, leaves: [leave]) == [])
        }
        #expect(
            faults(tooShort, .homeAwayHome, within: longer, leaves: [leave])
                == ["placements[0].ends_before placement.length"])
        #expect(
            faults(moved, .homeAwayHome, within: longer)
                == (0...2).map { "placements[\($0)].ends_before placement.length" })
    }

    @Test func `who pays is the rule's, and the employer where it says nothing`() {
        #expect(PeriodPattern.homeAwayHome.payer(of: .numbered(1)) == .employer)
        #expect(PeriodPattern.homeAwayHome.payer(of: .numbered(2)) == .host)
        #expect(PeriodPattern.withOptional.payer(of: .optional(.known("ks-period"))) == .consortium)
    }
}
