import KohortCore

/// A programme: what it is called, how far it has come, and the rules its cohorts run by.
package struct ProgrammeDefinition: Equatable, Sendable, Codable {
    package let slug: Slug
    package let name: LocalizedText
    package let summary: LocalizedText?
    package let state: ProgrammeState
    /// Shown on the public pages.
    package let published: Bool
    /// Municipalities may register their interest on the public pages (KS06-3).
    package let takesInterest: Bool
    package let plannedStart: PlannedStart?
    /// The organisation with administrative and academic responsibility (KS11-9).
    package let responsible: Slug?
    /// A member's own programme beside the consortium's: in none of its figures (NOR-10).
    package let localTo: Slug?
    /// Numbers of applicants in the order a source prints them, not told by cohort (ROM-9).
    package let applicantCounts: [Int]
    /// The version's own name; rules that change make a new version.
    package let version: String
    package let rules: ProgrammeRules
    package let assumed: [String]
}

/// How far a programme has come.
package enum ProgrammeState: String, Sendable, Codable, CaseIterable {
    case planned, active, closed
}

/// When a planned programme is to start, as roughly as it is known (KS06-1).
package struct PlannedStart: Equatable, Sendable, Codable {
    package let season: Season
    package let year: Int
}

/// A quarter of the year as people plan by it.
package enum Season: String, Sendable, Codable, CaseIterable {
    case spring, summer, autumn, winter
}

extension ProgrammeDefinition {
    init(_ keys: Keys) {
        slug = keys["slug"].slug(declaring: .programme)
        name = keys["name"].localized()
        summary = keys.optional("summary")?.localized(1000)
        state = keys["state"].word(or: .planned)
        published = keys.optional("published")?.flag() ?? false
        takesInterest = keys.optional("takes_interest")?.flag() ?? false
        plannedStart = keys.optional("planned_start")?.block(PlannedStart.init)
        responsible = keys.optional("responsible")?.slug(of: .organisation)
        localTo = keys.optional("local_to")?.slug(of: .organisation)
        applicantCounts = keys.list("applicant_counts", 0...100).map { $0.integer(0...1_000_000) }
        version = keys["version"].text(40)
        rules = keys["rules"].block(ProgrammeRules.init)
        assumed = keys.assumed
    }
}

extension PlannedStart {
    init(_ keys: Keys) {
        season = keys["season"].word(or: .autumn)
        year = keys["year"].integer(1900...2200)
    }
}
