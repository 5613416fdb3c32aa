import KohortCore
import KohortWeb
import Tenancy

/// What stands around every page: masthead, navigation, languages.
struct Chrome: PageModel {
    let title: String
    let consortium: String
    /// The tenant's front page, `/romerike`.
    let home: String
    let stylesheet: String
    let icon: String
    /// The consortium's own sheet.
    let theme: String?
    let script: String
    let language: String
    let person: String?
    let links: [ChromeLink]
    /// Whether the ways are many enough to be folded on a phone: those of somebody who works here.
    let isFolded: Bool
    /// What each form of the page brings along; nil on pages that are kept for every visitor.
    let formToken: String?

    static let fields: [String: PageField<Self>] = [
        "title": .text { $0.title },
        "consortium": .text { $0.consortium },
        "home": .text { $0.home },
        "stylesheet": .text { $0.stylesheet },
        "icon": .text { $0.icon },
        "theme": .text { $0.theme },
        "script": .text { $0.script },
        "language": .text { $0.language },
        "person": .text { $0.person },
        "links": .list { $0.links },
        "folded": .flag { $0.isFolded },
        "here": .text { chrome in chrome.links.first { $0.isCurrent }?.label },
        "formToken": .text { $0.formToken },
    ]
}

/// One entry of the navigation.
struct ChromeLink: PageModel {
    let label: String
    let path: String
    let isCurrent: Bool
    /// By which roles a room is the reader's, where they have several rooms.
    var role: String?

    static let fields: [String: PageField<Self>] = [
        "label": .text { $0.label },
        "path": .text { $0.path },
        "current": .flag { $0.isCurrent },
        "role": .text { $0.role },
    ]
}

extension Visit {
    /// The frame of a page with this title; the navigation is that of the roles at hand.
    func chrome(_ title: String) -> Chrome {
        let links = Navigation.links(self)
        let isVisitor = identity.roles.allSatisfy { $0.role == .applicant }
        return Chrome(
            title: title, consortium: consortium.profile.name.text(in: language), home: path(""),
            stylesheet: site.assets.path("site.css") ?? "", icon: site.assets.path("icon.svg") ?? "", theme: themeSheet,
            script: site.assets.path("site.js") ?? "", language: language.rawValue, person: identity.name,
            links: links, isFolded: !isVisitor && links.count > 1, formToken: formToken)
    }
}
