import Delivery
import KohortCore
import KohortWeb
import Tenancy

extension Timeline {
    /// The cohorts with persons on one scale of months, each with its phase; nil where there is none.
    init?(_ cohorts: [CohortList.Line], _ visit: Visit) {
        guard let start = cohorts.map(\.period.start).min(), let end = cohorts.map(\.period.end).max(),
            let whole = Period(start: start, end: end)
        else { return nil }
        let scale = TimelineScale(whole: whole)
        let today = visit.consortium.profile.timeZone.date(at: visit.arrival)
        let now = whole.contains(today) ? String(scale.place(of: today)) : ""
        let rows = cohorts.map { cohort in
            TimelineRow(
                label: visit.name(ofCohort: cohort.period), path: visit.path("/staff/cohorts/\(cohort.slug)"),
                dates: [visit.text("cohort.stage.\(cohort.stage.rawValue)")],
                bars: [scale.bar(cohort.period.start, before: cohort.period.end, .work)], now: now)
        }
        self.init(
            caption: visit.text("staff.tab.cohorts"), start: visit.format.month(start),
            end: visit.format.month(whole.lastDay), rows: rows)
    }
}
