import KohortWeb

/// The top of a page that staff or employers work on: where I am, what I can go to from here, and what just happened.
struct DeskHead: PageModel {
    let title: String
    var crumbs: [ChromeLink] = []
    /// What stands after the crumbs.
    var here = ""
    /// The pages of this room.
    var tabs: [ChromeLink] = []
    /// The pages that share the tab at hand, where there are several.
    var pages: [ChromeLink] = []
    /// What the tabs are of, for those who hear the page.
    var room = ""
    var notice: DeskNotice?

    static let fields: [String: PageField<Self>] = [
        "title": .text { $0.title },
        "trail": .flag { !$0.crumbs.isEmpty },
        "crumbs": .list { $0.crumbs },
        "here": .text { $0.here },
        "rooms": .flag { !$0.tabs.isEmpty },
        "tabs": .list { $0.tabs },
        "shared": .flag { !$0.pages.isEmpty },
        "pages": .list { $0.pages },
        "tab": .text { head in head.tabs.first { $0.isCurrent }?.label ?? "" },
        "page": .text { head in head.pages.first { $0.isCurrent }?.label },
        "many": .flag { $0.tabs.count > 3 },
        "room": .text { $0.room },
        "notice": .model { $0.notice },
    ]
}

/// Pages of a room that share a tab, so that a room with many pages has a handful of tabs.
struct TabGroup {
    let label: String
    let pages: [ChromeLink]

    /// To the first of its pages, and marked on each of them.
    var tab: ChromeLink {
        ChromeLink(label: label, path: pages.first?.path ?? "", isCurrent: pages.contains { $0.isCurrent })
    }
}

extension DeskHead {
    init(
        _ groups: [TabGroup], room: String, title: String, here: String, crumbs: [ChromeLink], notice: DeskNotice?
    ) {
        let current = groups.first { $0.tab.isCurrent }?.pages ?? []
        self.init(
            title: title, crumbs: crumbs, here: here, tabs: groups.map(\.tab), pages: current.count > 1 ? current : [],
            room: room, notice: notice)
    }
}
