import KohortWeb

/// The pages of the programme office.
enum StaffPage: String, CaseIterable {
    case overview, cohorts, programmes, members, people, matters, interests, billing, messages, journal, integrations,
        tokens
}

/// The tabs of the programme office.
enum StaffTab: String, CaseIterable {
    case overview, cohorts, consortium, people, billing, running

    var pages: [StaffPage] {
        switch self {
        case .overview: [.overview]
        case .cohorts: [.cohorts]
        case .consortium: [.members, .programmes, .matters, .interests]
        case .people: [.people]
        case .billing: [.billing]
        case .running: [.messages, .journal, .integrations, .tokens]
        }
    }
}

extension Visit {
    func staffHead(_ page: StaffPage?, _ title: String, notice: DeskNotice? = nil, crumbs: [ChromeLink] = [])
        -> DeskHead
    {
        let groups = StaffTab.allCases.map { tab in
            TabGroup(
                label: text("staff.tab.\(tab.rawValue)"),
                pages: tab.pages.map {
                    ChromeLink(label: text("staff.tab.\($0.rawValue)"), path: path($0.path), isCurrent: $0 == page)
                })
        }
        return DeskHead(groups, room: text("nav.staff"), title: title, here: title, crumbs: crumbs, notice: notice)
    }
}

extension StaffPage {
    var path: String { self == .overview ? "/staff" : "/staff/" + rawValue }
}
