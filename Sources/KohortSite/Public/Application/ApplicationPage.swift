import KohortCore
import KohortWeb
import Recruitment

/// A form that brought all of an application at once and was not taken, with all that it brought.
struct ApplicationPage: Page {
    static let template = "public/application"
    let chrome: Chrome
    let call: String
    let back: FactLine
    let deadline: String
    let action: String
    /// Only of a new application.
    let pass: ApplicationPass?
    let notice: String?
    let sheet: ApplicationSheet
    let wishes: [WishModel]
    /// Documents that were sent with a form that was refused.
    let kept: [FileLine]
    /// Documents that the candidacy has.
    let present: [FileLine]
    let isDraft: Bool

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "title": .text { $0.chrome.title },
        "call": .text { $0.call },
        "back": .model { $0.back },
        "deadline": .text { $0.deadline },
        "action": .text { $0.action },
        "pass": .model { $0.pass },
        "notice": .text { $0.notice },
        "summary": .model { $0.sheet.summary },
        "you": .list { $0.sheet.you },
        "education": .list { $0.sheet.education },
        "wishProblem": .text { $0.sheet.wishProblem },
        "firstWishes": .list { Array($0.wishes.prefix(Self.wishesShown)) },
        "anyMoreWishes": .flag { $0.wishes.count > Self.wishesShown },
        "moreWishesOpen": .flag { $0.wishes.dropFirst(Self.wishesShown).contains(where: \.isChosen) },
        "moreWishes": .list { Array($0.wishes.dropFirst(Self.wishesShown)) },
        "anyKept": .flag { !$0.kept.isEmpty },
        "kept": .list { $0.kept },
        "anyPresent": .flag { !$0.present.isEmpty },
        "present": .list { $0.present },
        "files": .list { $0.sheet.files },
        "last": .list { $0.sheet.last },
        "draft": .flag { $0.isDraft },
    ]

    /// The others wait behind a line that opens.
    private static let wishesShown = 4
}

extension ApplicationPass: PageModel {
    static let fields: [String: PageField<Self>] = [
        "candidacy": .text { "\($0.candidacy)" },
        "key": .text { $0.key },
    ]
}

extension WishModel {
    var isChosen: Bool { groups.contains { $0.options.contains(where: \.isChosen) } }
}
