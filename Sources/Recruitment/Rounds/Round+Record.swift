import KohortCore
import KohortStore

extension Round: Record {
    package static let table: StaticString = "round"
    package static let columns: [StaticString] = [
        "id", "slug", "cohort", "country", "zone", "demand_by", "apply_by", "rank_by", "hire_by", "settings",
        "planned_at", "moved_at", "published_at", "released_at", "closed_at",
    ]

    package init(_ tuple: borrowing Tuple) throws {
        id = try tuple[0]
        slug = try tuple[1]
        cohort = try tuple[2]
        country = try Self.country(try tuple[3])
        zone = try Self.zone(try tuple[4])
        deadlines = Deadlines(demandBy: try tuple[5], applyBy: try tuple[6], rankBy: try tuple[7], hireBy: try tuple[8])
        settings = (try tuple[9] as KeptJSON<RoundSettings>).value
        plannedAt = try tuple[10]
        movedAt = try tuple[11]
        publishedAt = try tuple[12]
        releasedAt = try tuple[13]
        closedAt = try tuple[14]
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, slug.sqlValue, cohort.sqlValue, country.rawValue.sqlValue, zone.description.sqlValue,
            deadlines.demandBy.sqlValue, deadlines.applyBy.sqlValue, deadlines.rankBy.sqlValue,
            deadlines.hireBy.sqlValue, StoredJSON(settings).sqlValue, plannedAt.sqlValue, movedAt.sqlValue,
            publishedAt.sqlValue, releasedAt.sqlValue, closedAt.sqlValue,
        ]
    }

    private static func country(_ code: String) throws -> OrganisationNumber.Country {
        guard let country = OrganisationNumber.Country(rawValue: code) else {
            throw StoreFault.unreadable("round.country")
        }
        return country
    }

    private static func zone(_ name: String) throws -> Zone {
        guard let zone = Zone(name) else { throw StoreFault.unreadable("round.zone") }
        return zone
    }
}
