import Foundation
import KohortCore

@testable import Delivery

extension LocalDate {
    /// A date that a test spells out.
    static func day(_ text: String) -> LocalDate { LocalDate(text) ?? LocalDate(daysSince1970: 0) }
}

extension Period {
    /// From the first day to the first day that is no longer in it.
    static func days(_ start: String, _ end: String) -> Period {
        guard let period = Period(start: .day(start), end: .day(end)) else {
            preconditionFailure("\(start) is not before \(end)")
        }
        return period
    }

    /// Eighteen months, as KS11-1 has them.
    static var cohort: Period { .days("2011-09-01", "2013-03-01") }
}

extension Contact {
    /// Somebody whose address follows from the name.
    static func sample(_ name: String) throws -> Contact {
        let local = name.lowercased().filter { $0.isASCII && $0.isLetter }
        guard let email = EmailAddress("\(local)@example.org") else {
            throw Rejection.invalid("email", "email.invalid")
        }
        return Contact(name: name, email: email, language: .nb)
    }
}

extension ProgrammeRules {
    /// KS's rules of 2011 where a test does not say otherwise.
    static func sample(
        periods: PeriodPattern = PeriodPattern(
            count: Bounds(2, 3), parts: [PeriodRule(host: .anyMember, paidBy: .employer)]),
        gatherings: GatheringRules = GatheringRules(count: Bounds(exactly: 6), longestDays: 3, courses: true),
        roles: RoleRules = RoleRules(mentor: MentorRules(independentOf: .line, chosenFrom: .anywhere, accepts: false)),
        talks: TalkRules = TalkRules(mentorEveryMonths: 1), goals: [NamedText] = [],
        completion: CompletionRules = CompletionRules(documents: [.diploma, .certificate]),
        educationSharePercent: Int? = nil, checklist: [NamedText] = [],
        employment: EmploymentTerms = EmploymentTerms(contracts: [.permanent, .temporary], probationMonths: 6)
    ) -> ProgrammeRules {
        ProgrammeRules(
            months: Bounds(exactly: 18), periods: periods, gatherings: gatherings, roles: roles, talks: talks,
            educationSharePercent: educationSharePercent, goals: goals, completion: completion,
            selection: SelectionRules(entrances: [.application, .nomination]), employment: employment,
            checklist: checklist)
    }
}

extension HostOrganisation {
    static var samples: [HostOrganisation] {
        let shared = MembershipID.new()
        return [
            sample("city", size: 60_000, membership: .new()), sample("middling", size: 25_000, membership: .new()),
            sample("town", size: 4_000, membership: shared), sample("twin", size: 3_000, membership: shared),
            sample("partner", size: nil, membership: nil),
        ]
    }

    static func sample(_ slug: String, size: Int?, membership: MembershipID?) -> HostOrganisation {
        HostOrganisation(
            id: .new(), slug: Slug.known(slug), name: slug.capitalized, membership: membership,
            size: size.map { OrganisationSize(population: $0, source: "census", on: .day("2011-01-01")) },
            units: [HostUnit(id: .new(), name: "Roads"), HostUnit(id: .new(), name: "Water")])
    }
}

extension Slug {
    /// One that a test spells out rightly.
    static func known(_ text: String) -> Slug {
        do { return try Slug(text) } catch { preconditionFailure("\(text) is no slug") }
    }
}
