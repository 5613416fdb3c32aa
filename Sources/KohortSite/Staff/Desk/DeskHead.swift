import KohortWeb

/// The top of a page that staff or employers work on: where I am, what I can go to from here, and what just happened.
struct DeskHead: PageModel {
    let title: String
    var crumbs: [ChromeLink] = []
    /// What stands after the crumbs.
    var here = ""
    /// The pages of this room.
    var tabs: [ChromeLink] = []
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
        "room": .text { $0.room },
        "notice": .model { $0.notice },
    ]
}
