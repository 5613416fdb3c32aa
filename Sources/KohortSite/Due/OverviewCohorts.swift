import Delivery
import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// The cohorts that are not closed, on one timeline with their recruitment, and who of their employers owes what.
struct OverviewCohorts: PageModel {
    let timeline: Timeline?
    /// Those that were over before the timeline begins.
    let unclosed: [UnclosedCohort]
    let owing: [OwingCohort]

    init(
        _ cohorts: [(line: CohortList.Line, standing: CohortStanding.Answer)], _ rounds: [Round],
        _ duties: [OrganisationID: [EmployerDutyLine]], _ visit: Visit
    ) {
        let rows = cohorts.map { CohortSpan($0.line, rounds, visit) }
        let window = CohortWindow(rows.map(\.whole), today: visit.consortium.profile.timeZone.date(at: visit.arrival))
        timeline = Self.timeline(rows.filter { window.shows($0.whole) }, window, visit)
        unclosed = rows.filter { !window.shows($0.whole) }.map { UnclosedCohort($0, visit) }
        owing = cohorts.compactMap { OwingCohort($0.line, $0.standing, duties, visit) }
    }

    private static func timeline(_ rows: [CohortSpan], _ window: CohortWindow, _ visit: Visit) -> Timeline? {
        guard let whole = window.whole else { return nil }
        let scale = TimelineScale(whole: whole)
        let today = visit.consortium.profile.timeZone.date(at: visit.arrival)
        let now = whole.contains(today) ? String(scale.place(of: today)) : ""
        return Timeline(
            caption: visit.text("due.cohorts"), start: visit.format.month(whole.start),
            end: visit.format.month(whole.lastDay), rows: rows.map { $0.row(on: scale, now: now) })
    }

    static let fields: [String: PageField<Self>] = [
        "any": .flag { $0.timeline != nil || !$0.unclosed.isEmpty },
        "timeline": .model { $0.timeline },
        "unclosed": .list { $0.unclosed },
        "owed": .flag { !$0.owing.isEmpty },
        "owing": .list { $0.owing },
    ]
}

/// A cohort from its call to its last day.
struct CohortSpan {
    let name: String
    let path: String
    let words: [String]
    let recruitment: Period?
    let period: Period

    init(_ line: CohortList.Line, _ rounds: [Round], _ visit: Visit) {
        (name, path) = (visit.name(ofCohort: line.period), visit.path("/staff/cohorts/\(line.slug)"))
        period = line.period
        let round = rounds.first { $0.cohort == line.slug }
        recruitment = round.flatMap { round in
            let dates = round.deadlines
            let first = dates.demandBy ?? dates.applyBy
            return Period(start: first, end: (dates.hireBy ?? dates.rankBy ?? dates.applyBy).adding(days: 1))
        }
        let phase =
            round.flatMap { round in
                round.stage == .closed || line.stage != .planned
                    ? nil : visit.text("staff.stage.\(round.stage.rawValue)")
            } ?? visit.text("cohort.stage.\(line.stage.rawValue)")
        words = [phase, "\(visit.format.month(period.start)) – \(visit.format.month(period.lastDay))"]
    }

    var whole: Period {
        guard let recruitment, recruitment.start < period.start else { return period }
        return Period(start: recruitment.start, end: max(recruitment.end, period.end)) ?? period
    }

    func row(on scale: TimelineScale, now: String) -> TimelineRow {
        let shown = recruitment.flatMap { $0.overlaps(scale.whole) ? $0 : nil }
        let call = shown.map { [scale.bar($0.start, before: $0.end, .common)] } ?? []
        return TimelineRow(
            label: name, path: path, dates: words, bars: call + [scale.bar(period.start, before: period.end, .work)],
            now: now)
    }
}

/// A cohort that was over long ago and that nobody has closed.
struct UnclosedCohort: PageModel {
    let words: String
    let path: String

    init(_ span: CohortSpan, _ visit: Visit) {
        let values = ["cohort": span.name, "month": visit.format.month(span.whole.lastDay)]
        (words, path) = (visit.text("due.unclosed", values), span.path + "/closing")
    }

    static let fields: [String: PageField<Self>] = ["words": .text { $0.words }, "path": .text { $0.path }]
}

/// A cohort with the employers that have something left to do.
struct OwingCohort: PageModel {
    let name: String
    let path: String
    let employers: [OwingEmployer]

    init?(
        _ line: CohortList.Line, _ standing: CohortStanding.Answer,
        _ duties: [OrganisationID: [EmployerDutyLine]], _ visit: Visit
    ) {
        employers = standing.employers.filter { !$0.hasDelivered }.map { employer in
            let own = (duties[employer.organisation] ?? []).filter { $0.cohort == line.slug }
            return OwingEmployer(employer, of: line.slug, own, visit)
        }
        if employers.isEmpty { return nil }
        (name, path) = (visit.name(ofCohort: line.period), visit.path("/staff/cohorts/\(line.slug)"))
    }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name }, "path": .text { $0.path }, "employers": .list { $0.employers },
    ]
}
