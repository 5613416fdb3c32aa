import Delivery
import Hummingbird
import KohortCore
import KohortWeb
import Tenancy

/// A visit of the lead's to one cohort.
struct CohortVisit: DeskVisit {
    let visit: Visit
    let standing: CohortStanding.Answer

    /// The programme office alone: employers see theirs in their own room.
    init(_ visit: Visit) async throws {
        try visit.requireLead()
        standing = try await visit.fetch(CohortStanding(cohort: try visit.cohort()))
        self.visit = visit
    }

    var id: CohortID { standing.cohort.id }
    var reference: CohortReference { .id(id) }
    var name: String { visit.name(ofCohort: standing.cohort.period) }
    /// Nothing of it changes any more.
    var isClosed: Bool { standing.stage == .closed }

    /// The path of one of this cohort's pages below the tenant's.
    func path(_ rest: String) -> String { "/staff/cohorts/\(standing.cohort.slug)\(rest)" }

    func head(_ page: CohortPage, _ title: String, notice: DeskNotice? = nil) -> DeskHead {
        let tabs = CohortPage.allCases.map { tab in
            ChromeLink(
                label: visit.text("cohort.tab.\(tab.rawValue)"), path: address(tab.path), isCurrent: tab == page)
        }
        let crumbs = [
            ChromeLink(label: visit.text("nav.staff"), path: visit.path("/staff"), isCurrent: false),
            ChromeLink(
                label: visit.text("staff.tab.cohorts"), path: visit.path("/staff/cohorts"), isCurrent: false),
        ]
        return DeskHead(title: title, crumbs: crumbs, here: name, tabs: tabs, room: name, notice: notice)
    }
}

/// The pages about one cohort.
enum CohortPage: String, CaseIterable {
    case cohort, board, gatherings, closing

    var path: String { self == .cohort ? "" : "/" + rawValue }
}

extension Visit {
    /// What people call a cohort: by the years it lasts.
    func name(ofCohort period: Period) -> String {
        let (from, to) = (period.start.year, period.lastDay.year)
        if from == to { return text("cohort.name", ["years": String(from)]) }
        return text("cohort.name", ["years": "\(from)–\(to)"])
    }

    func requireLead() throws(Rejection) {
        if actor == .anonymous { throw .forbidden }
        guard identity.roles.contains(where: { $0.role == .lead }) else { throw .forbidden }
    }

    /// A day that a form names; `date.invalid` under the field's name where it names none.
    func day(_ typed: Form, _ field: String) throws(Rejection) -> LocalDate {
        guard let day = LocalDate(typed.text(field)) else { throw .invalid(field, "date.invalid") }
        return day
    }
}
