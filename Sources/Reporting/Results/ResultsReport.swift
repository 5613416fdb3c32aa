import KohortCore
import KohortStore

/// The results of all cohorts, counted from what the modules publish for reporting (ROM-8).
package struct ResultsReport: Query {
    package static let permission = Permission.readResults
    package let scope = Scope.consortium

    package init() {}

    package func fetch(in read: borrowing Read) throws -> Results {
        let counts = try CohortCounts(in: read)
        let book = try read.ask(CohortBook.self)
        let cohorts = try book.entries(read).map { entry in
            CohortResult(entry, counts, on: entry.zone.date(at: read.now))
        }
        return Results(cohorts: cohorts, finished: FinishedTotal(cohorts), applicants: try book.printed(read))
    }
}

extension Permission {
    /// To see what became of the cohorts.
    package static let readResults = Permission("reporting.results.read")
}

extension CohortResult {
    init(_ entry: CohortEntry, _ counts: CohortCounts, on today: LocalDate) {
        let isFinished = entry.totals != nil || counts.closed.contains(entry.id)
        status = isFinished ? .finished : CohortStatus(of: entry.period, on: today)
        let figures =
            entry.totals.map { CohortFigures($0) } ?? counts.figures(of: entry, status)
        hasPersons = entry.totals == nil
        (id, slug, label, programme) = (entry.id, entry.slug, entry.label, entry.programme)
        (members, trainees) = (figures[.members].number, figures[.started].number)
        permanent = figures[.permanentlyHired].number
        ends = entry.period?.lastDay
        targets = entry.targets.map { figures.result(of: $0) }
        self.counts = Self.counted.map { figures[$0] }
    }
}

extension CohortStatus {
    /// Of a cohort that is not closed.
    fileprivate init(of period: Period?, on today: LocalDate) {
        switch period {
        case let period? where today < period.start: self = .planned
        case let period? where today >= period.end: self = .toBeClosed
        default: self = .running
        }
    }
}
