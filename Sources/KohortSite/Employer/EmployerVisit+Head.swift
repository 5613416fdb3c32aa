import KohortCore
import KohortWeb
import Recruitment

/// The pages of an employer's room.
enum EmployerPage: String, CaseIterable {
    case home, demand, pool, ranking, offers, nominations, trainees, people, invoices, integrations, tokens
}

extension EmployerVisit {
    /// The top of a page about one round, with the ways to the others.
    func head(_ page: EmployerPage, _ title: String, _ round: Round?, notice: DeskNotice?) -> DeskHead {
        let pages = isCoordinator ? EmployerPage.allCases : isFinance ? [.invoices] : [.ranking]
        let tabs = pages.map { tab in
            ChromeLink(
                label: visit.text("employer.tab.\(tab.rawValue)"), path: address(tab.path(in: round)),
                isCurrent: tab == page)
        }
        let crumbs =
            isCoordinator || round == nil
            ? [] : [ChromeLink(label: visit.text("staff.tab.overview"), path: visit.path("/staff"), isCurrent: false)]
        return DeskHead(title: title, crumbs: crumbs, here: name, tabs: tabs, room: name, notice: notice)
    }
}

extension EmployerPage {
    func path(in round: Round?) -> String {
        let rest = self == .home ? "" : "/" + rawValue
        return rest + (round.map { self == .home ? "" : "?round=\($0.slug)" } ?? "")
    }
}
