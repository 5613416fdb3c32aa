import KohortCore

/// A date in the consortium's calendar (KS06-7, KS11-5).
package struct OccasionDefinition: Equatable, Sendable, Codable {
    package let slug: Slug
    package let kind: OccasionKind
    package let title: LocalizedText
    package let firstDay: LocalDate
    package let lastDay: LocalDate
    /// Only the span is settled: it will be on some day between the first and the last.
    package let tentative: Bool
    package let place: LocalizedText?
    package let programme: Slug?
    package let assumed: [String]
}

/// What an occasion is.
package enum OccasionKind: String, Sendable, Codable, CaseIterable {
    case information, course, gathering, other
    case employerSeminar = "employer_seminar"
    case networkMeeting = "network_meeting"
    case studyTrip = "study_trip"
}

extension OccasionDefinition {
    init(_ keys: Keys) {
        slug = keys["slug"].slug(declaring: .occasion)
        kind = keys["kind"].word(or: .other)
        title = keys["title"].localized()
        firstDay = keys["first_day"].date()
        lastDay = keys["last_day"].date()
        tentative = keys.optional("tentative")?.flag() ?? false
        place = keys.optional("place")?.localized()
        programme = keys.optional("programme")?.slug(of: .programme)
        assumed = keys.assumed
        keys.check(
            firstDay <= lastDay, "last_day", with: ["first_day"], .dateOrder, allowed: "\(firstDay) or a later date")
    }
}
