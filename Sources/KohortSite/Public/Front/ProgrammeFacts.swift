import KohortCore
import Tenancy

/// What is asked first about a programme: when, how long, with whom, on what terms. What the definition leaves open is
/// left out.
struct ProgrammeFacts {
    private let visit: Visit
    private let page: ProgrammePage.Answer
    private var rules: ProgrammeRules { page.programme.rules }

    init(_ visit: Visit, _ page: ProgrammePage.Answer) { (self.visit, self.page) = (visit, page) }

    var lines: [FactLine] {
        let values: [(String, String?)] = [
            ("start", start), ("length", visit.count("months", rules.months)), ("gatherings", gatherings),
            ("trip", trip), ("education", education), ("mentor", mentor), ("talks", talks), ("contract", contract),
            ("pay", pay), ("after", after), ("fee", fee), ("responsible", page.responsible),
        ]
        return values.compactMap { key, value in value.map { FactLine(visit.text("fact.\(key)"), $0) } }
    }

    private var pay: String? {
        let words = TermFacts(visit).pay(rules.employment)
        return words.isEmpty ? nil : words.joined(separator: ". ")
    }

    private var after: String? {
        rules.employment.hireAtEnd.map { visit.text("staff.rule.hire.\($0.rawValue)") }
    }

    /// What the employer pays to take part, and what for (KS11-35, KS11-36).
    private var fee: String? {
        let fees = rules.fees.map(RuleFacts(visit).words)
        return fees.isEmpty ? nil : fees.joined(separator: ". ")
    }

    private var start: String? {
        let next = page.cohorts.last { $0.state == .planned }
        return (next?.period?.start).map(visit.format.month)
    }

    private var gatherings: String? {
        guard rules.gatherings.count.atMost > 0 else { return nil }
        let count = visit.count("gatherings", rules.gatherings.count)
        guard let longest = rules.gatherings.longestDays else { return count }
        return visit.text("fact.gatherings.longest", ["gatherings": count, "days": visit.count("days", longest)])
    }

    private var trip: String? {
        guard let trips = rules.gatherings.studyTrips, trips.count.atMost > 0 else { return nil }
        return trips.destination?.text(in: visit.language) ?? visit.count("trips", trips.count)
    }

    private var education: String? {
        rules.educationSharePercent.map { share in
            let (learning, working) = (
                visit.format.percent(Double(share) / 100), visit.format.percent(1 - Double(share) / 100)
            )
            return visit.text("fact.education.share", ["education": learning, "work": working])
        }
    }

    private var mentor: String? {
        rules.roles.mentor.map { visit.text("fact.mentor.\($0.independentOf.rawValue)") }
    }

    private var talks: String? {
        rules.talks.mentorEveryMonths.map { months in
            months == 1
                ? visit.text("fact.talks.monthly")
                : visit.text("fact.talks.every", ["months": visit.count("months", months)])
        }
    }

    private var contract: String? {
        let kinds = rules.employment.contracts.enumerated().map { index, kind -> String in
            let words = visit.text("contract.\(kind.rawValue)")
            return index == 0 ? words : words.prefix(1).lowercased() + words.dropFirst()
        }
        let or = visit.text("form.or")
        return kinds.isEmpty ? nil : kinds.joined(separator: " \(or) ")
    }
}
