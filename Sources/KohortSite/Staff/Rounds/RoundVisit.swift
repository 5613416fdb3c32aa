import Hummingbird
import KohortCore
import KohortWeb
import Recruitment

/// A visit of the lead's to one round.
struct RoundVisit: DeskVisit {
    let visit: Visit
    let detail: RoundDetail.Answer
    let name: String

    init(_ visit: Visit) async throws {
        detail = try await visit.fetch(RoundDetail(round: .slug(try visit.context.slug("round"))))
        name = try await visit.name(of: detail.round)
        self.visit = visit
    }

    init(_ round: Round, _ visit: Visit) async throws {
        detail = try await visit.fetch(RoundDetail(round: .id(round.id)))
        name = try await visit.name(of: round)
        self.visit = visit
    }

    var round: Round { detail.round }

    /// The path of one of this round's pages below the tenant's.
    func path(_ rest: String) -> String { "/staff/rounds/\(round.slug)\(rest)" }

    func head(_ page: RoundPage, _ title: String, notice: DeskNotice?) -> DeskHead {
        let tabs = RoundPage.allCases.map { tab in
            ChromeLink(
                label: visit.text("staff.round.tab.\(tab.rawValue)"), path: address(tab.path), isCurrent: tab == page)
        }
        let office = ChromeLink(label: visit.text("nav.staff"), path: visit.path("/staff"), isCurrent: false)
        return DeskHead(title: title, crumbs: [office], here: name, tabs: tabs, room: name, notice: notice)
    }
}

/// The pages about one round.
enum RoundPage: String, CaseIterable {
    case round, demands, candidacies, offers, deadlines

    var path: String { self == .round ? "" : "/" + rawValue }
}
