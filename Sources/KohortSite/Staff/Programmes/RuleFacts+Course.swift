import KohortCore
import Tenancy

/// How a programme goes: periods, gatherings, those who follow, and its end.
extension RuleFacts {
    func periods(_ pattern: PeriodPattern) -> [String] {
        let parts = pattern.parts.enumerated().map { index, part in
            pattern.parts.count == 1
                ? say("period.each", ["count": words(pattern.count), "rule": words(part)])
                : say("period.part", ["number": String(index + 1), "rule": words(part)])
        }
        let optional = pattern.optional.map { period in
            say(
                "period.optional",
                [
                    "name": period.name.text(in: visit.language), "months": String(period.monthsAtMost),
                    "organisation": name(of: period.organisation),
                ])
        }
        return parts + optional
    }

    private func words(_ rule: PeriodRule) -> String {
        let host = say("host.\(rule.host.rawValue)", ["organisation": rule.organisation.map(name(of:)) ?? ""])
        let parts = [
            rule.theme?.text(in: visit.language), host, rule.months.map { say("months.of", ["number": words($0)]) },
            rule.paidBy.map { say("paid_by.\($0.rawValue)") },
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    func gatherings(_ rules: GatheringRules) -> [String] {
        let trips = rules.studyTrips.map { trips in
            say(
                trips.amongGatherings ? "trips.among" : "trips.beside",
                ["number": words(trips.count), "destination": trips.destination?.text(in: visit.language) ?? ""])
        }
        return [
            say("gatherings.count", ["number": words(rules.count)]),
            rules.longestDays.map { say("gatherings.days", ["days": String($0)]) },
            rules.courses ? say("gatherings.courses") : nil, trips,
            rules.employerSeminar ? say("gatherings.seminar") : nil,
            rules.networkMeetings ? say("gatherings.network") : nil,
        ].compactMap(\.self)
    }

    func roles(_ rules: RoleRules) -> [String] {
        let mentor = rules.mentor.map { mentor in
            [
                say("mentor.\(mentor.independentOf.rawValue)"),
                mentor.chosenFrom == .anotherMember ? say("mentor.another_member") : nil,
                mentor.accepts ? say("mentor.accepts") : nil,
            ].compactMap(\.self)
        }
        return (mentor ?? [])
            + [
                rules.supervisorPerPeriod ? say("supervisor.each") : nil,
                rules.supervisorMayBeEmployer ? say("supervisor.employer") : nil,
            ].compactMap(\.self) + rules.beforeStart.map { say("start.\($0.rawValue)") }
    }

    func talks(_ rules: TalkRules) -> [String] {
        [
            rules.mentorEveryMonths.map { talk("mentor", every: $0) },
            rules.supervisorEveryMonths.map { talk("supervisor", every: $0) },
            rules.closesPeriod ? say("talks.closing") : nil,
        ].compactMap(\.self)
    }

    private func talk(_ role: String, every months: Int) -> String {
        months == 1 ? say("talks.\(role).monthly") : say("talks.\(role)", ["months": String(months)])
    }

    func completion(_ rules: CompletionRules) -> [String] {
        let steps = rules.steps.map { step in
            let name = say("step.\(step.rawValue)")
            return rules.requires.contains(step) ? say("step.required", ["step": name]) : name
        }
        return steps + rules.documents.map { say("document.\($0.rawValue)") }
            + (rules.earlyHireEnds ? [say("early_hire")] : [])
    }
}
