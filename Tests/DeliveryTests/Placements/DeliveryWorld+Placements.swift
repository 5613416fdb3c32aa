import KohortCore
import KohortStore

@testable import Delivery

extension PlacementItem {
    /// A numbered period, or an optional one where a slug is given.
    static func sample(
        _ number: Int, at host: OrganisationID, _ start: String, _ end: String, unit: UnitID? = nil,
        optional: String? = nil, id: PlacementID = .new()
    ) -> PlacementItem {
        PlacementItem(
            id: id, part: optional.map { .optional(Slug.known($0)) } ?? .numbered(number), host: host, unit: unit,
            startsOn: .day(start), endsBefore: .day(end))
    }
}

extension PeriodPattern {
    /// KS's: two or three periods at any member, and up to two months at the partner beside them.
    static let withOptional = PeriodPattern(
        count: Bounds(2, 3), parts: [PeriodRule(host: .anyMember, paidBy: .employer)],
        optional: [
            OptionalPeriod(
                slug: .known("ks-period"), name: LocalizedText("KS", in: .nb), organisation: .known("partner"),
                monthsAtMost: 2,
                paidBy: .consortium, ownSupervisor: true)
        ])

    /// Romerike's: six months at home, six at another member, six at home.
    static let homeAwayHome = PeriodPattern(
        count: Bounds(exactly: 3),
        parts: [HostRule.home, .anotherMember, .home].map {
            PeriodRule(host: $0, months: Bounds(exactly: 6), paidBy: $0 == .home ? nil : .host)
        })

    static func each(_ host: HostRule, count: Bounds = Bounds(exactly: 2), organisation: String? = nil)
        -> PeriodPattern
    {
        PeriodPattern(
            count: count, parts: [PeriodRule(host: host, organisation: organisation.map { Slug.known($0) })])
    }
}

extension DeliveryWorld {
    func unit(_ number: Int, of organisation: OrganisationID) -> UnitID? {
        hosts.first { $0.id == organisation }.map { $0.units[number].id }
    }

    /// Home for nine months, then another host for nine.
    func halves(then host: OrganisationID? = nil) -> [PlacementItem] {
        [
            .sample(1, at: city, "2011-09-01", "2012-06-01", unit: unit(0, of: city)),
            .sample(2, at: host ?? middling, "2012-06-01", "2013-03-01"),
        ]
    }

    /// Home, away and home again, six months each.
    func sixes() -> [PlacementItem] {
        [
            .sample(1, at: city, "2011-09-01", "2012-03-01"), .sample(2, at: town, "2012-03-01", "2012-09-01"),
            .sample(3, at: city, "2012-09-01", "2013-03-01"),
        ]
    }

    /// A trainee with such a plan.
    func planned(_ items: [PlacementItem], _ name: String = "Kari Li") async throws -> TraineeID {
        let trainee = try await trainee(of: city, name)
        try await perform(PlanPlacements(trainee: trainee, items: items), on: "2011-06-02")
        return trainee
    }

    func placements(of trainee: TraineeID) async throws -> [Placement] {
        try await fetch(Rows<Placement>(rest: "where trainee = \(trainee) order by starts_on, id"))
    }

    /// What a plan is refused for, by field and code.
    func faults(_ deed: () async throws -> Void) async throws -> [String] {
        do { try await deed() } catch Rejection.invalid(let problems) {
            return problems.map { "\($0.field) \($0.code)" }
        } catch Rejection.conflict(let code) { return [code] }
        return []
    }
}

/// Reads a module's rows as they are, for tests of what a command wrote.
struct Rows<Row: Record>: Query {
    static var permission: Permission { .readTrainees }
    let scope = Scope.consortium
    var rest: SQL = ""

    func fetch(in read: borrowing Read) throws -> [Row] { try read.all(Row.self, rest) }
}
