import Billing
import Delivery
import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// What falls due in the month that the reader is in, by date.
struct ThisMonth {
    let visit: Visit
    private var today: LocalDate { visit.consortium.profile.timeZone.date(at: visit.arrival) }

    func part(
        _ rounds: [OverviewRound], _ cohorts: [CohortList.Line], _ gatherings: [(cohort: Slug, gathering: Gathering)],
        _ invoices: [InvoiceDocument]
    ) -> DuePart? {
        var all: [DueLine] = rounds.flatMap { round in round.due.map { $0.of(round.name, at: round.path) } }
        for cohort in cohorts { all += lines(of: cohort) }
        all += gatherings.map { line(of: $0.gathering, in: $0.cohort) }
        all += invoices.compactMap { line(of: $0) }
        let due = all.filter { $0.date.map(isNow) ?? false }
        let first = today
        let dated = due.sorted { ($0.date ?? first, $0.title) < ($1.date ?? first, $1.title) }
        return DuePart(
            visit.text("due.month"), dated.filter { $0.mark != .good } + dated.filter { $0.mark == .good })
    }

    private func isNow(_ day: LocalDate) -> Bool { (day.year, day.month) == (today.year, today.month) }

    private func lines(of cohort: CohortList.Line) -> [DueLine] {
        let (name, path) = (visit.name(ofCohort: cohort.period), visit.path("/staff/cohorts/\(cohort.slug)"))
        return [
            event(on: cohort.period.start, visit.text("due.cohort_starts"), detail: name, path: path),
            event(on: cohort.period.lastDay, visit.text("due.cohort_ends"), detail: name, path: path),
        ]
    }

    private func line(of gathering: Gathering, in cohort: Slug) -> DueLine {
        event(
            on: gathering.days.first, gathering.title,
            path: visit.path("/staff/cohorts/\(cohort)/gatherings/\(gathering.id)"))
    }

    /// What happens by itself: once it is past, nobody is late with it.
    private func event(on day: LocalDate, _ title: String, detail: String = "", path: String) -> DueLine {
        if day >= today { return DueLine(day, title, detail: detail, path: path, in: visit) }
        return DueLine(
            date: day, day: visit.format.day(day), title: title, detail: detail, mark: .good,
            state: visit.text("due.past"), path: path)
    }

    private func line(of document: InvoiceDocument) -> DueLine? {
        guard document.kind == .invoice, let day = document.content.dueOn else { return nil }
        return DueLine(
            day, visit.text("due.payment", ["number": document.number]),
            detail: visit.format.money(document.content.totals.gross),
            path: visit.path("/staff/billing/documents/\(document.id)"), in: visit)
    }
}

extension DueLine {
    /// The same, where it stands among others: of what it is, and with a way there.
    fileprivate func of(_ name: String, at path: String) -> DueLine {
        DueLine(
            date: date, day: day, title: title, detail: name, mark: mark, state: state, path: self.path ?? path)
    }
}
