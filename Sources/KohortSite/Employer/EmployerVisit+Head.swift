import KohortCore
import KohortWeb
import Recruitment

/// The pages of an employer's room.
enum EmployerPage: String, CaseIterable {
    case home, demand, pool, ranking, offers, nominations, trainees, people, invoices, integrations, tokens
}

/// The tabs of an employer's room.
enum EmployerTab: String, CaseIterable {
    case home, recruiting, trainees, people, invoices, systems

    var pages: [EmployerPage] {
        switch self {
        case .home: [.home]
        case .recruiting: [.demand, .pool, .ranking, .offers, .nominations]
        case .trainees: [.trainees]
        case .people: [.people]
        case .invoices: [.invoices]
        case .systems: [.integrations, .tokens]
        }
    }
}

extension EmployerVisit {
    /// The top of a page about one round, with the ways to the others.
    func head(_ page: EmployerPage, _ title: String, _ round: Round?, notice: DeskNotice?) -> DeskHead {
        let groups = EmployerTab.allCases.compactMap { group($0, on: page, round) }
        let crumbs =
            isCoordinator || round == nil
            ? [] : [ChromeLink(label: visit.text("staff.tab.overview"), path: visit.path("/staff"), isCurrent: false)]
        return DeskHead(groups, room: name, title: title, here: name, crumbs: crumbs, notice: notice)
    }

    /// A tab with those of its pages that the visitor may see; one with a single page is called as the page is.
    private func group(_ tab: EmployerTab, on page: EmployerPage, _ round: Round?) -> TabGroup? {
        let seen: Set<EmployerPage> = isCoordinator ? Set(EmployerPage.allCases) : isFinance ? [.invoices] : [.ranking]
        let pages = tab.pages.filter(seen.contains).map {
            ChromeLink(
                label: visit.text("employer.tab.\($0.rawValue)"), path: address($0.path(in: round)),
                isCurrent: $0 == page)
        }
        guard let first = pages.first else { return nil }
        return TabGroup(
            label: pages.count == 1 ? first.label : visit.text("employer.tab.\(tab.rawValue)"), pages: pages)
    }
}

extension EmployerPage {
    func path(in round: Round?) -> String {
        let rest = self == .home ? "" : "/" + rawValue
        return rest + (round.map { self == .home ? "" : "?round=\($0.slug)" } ?? "")
    }
}
