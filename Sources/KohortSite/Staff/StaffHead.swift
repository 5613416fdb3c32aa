import KohortWeb

/// The pages of the programme office.
enum StaffPage: String, CaseIterable {
    case overview, cohorts, programmes, members, people, matters, interests, billing, messages, journal, integrations,
        tokens
}

extension Visit {
    func staffHead(_ page: StaffPage?, _ title: String, notice: DeskNotice? = nil, crumbs: [ChromeLink] = [])
        -> DeskHead
    {
        let tabs = StaffPage.allCases.map { tab in
            ChromeLink(label: text("staff.tab.\(tab.rawValue)"), path: path(tab.path), isCurrent: tab == page)
        }
        return DeskHead(title: title, crumbs: crumbs, here: title, tabs: tabs, room: text("nav.staff"), notice: notice)
    }
}

extension StaffPage {
    var path: String { self == .overview ? "/staff" : "/staff/" + rawValue }
}
