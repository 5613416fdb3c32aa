import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment
import Tenancy

/// What a public body must tell about its pages.
enum NoticeDesk {
    static func privacy(_ request: Request, _ visit: Visit) async throws -> PrivacyPage {
        PrivacyPage(visit, try await visit.fetch(RoundDates()))
    }

    static func accessibility(_ request: Request, _ visit: Visit) async throws -> AccessibilityPage {
        AccessibilityPage(
            chrome: visit.chrome(visit.text("accessibility.title")), contact: visit.contact)
    }
}

extension Visit {
    /// Where people write to the consortium, where it has an address.
    var contact: String? { consortium.profile.sender?.address.text }
}

/// How accessible the pages are, and whom to tell when they are not.
struct AccessibilityPage: Page {
    static let template = "public/accessibility"
    let chrome: Chrome
    let contact: String?

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "contact": .text { $0.contact },
    ]
}

/// What is kept about people, why, for how long, and what they can ask for.
struct PrivacyPage: Page {
    static let template = "public/privacy"
    let chrome: Chrome
    let consortium: String
    let contact: String?
    /// How long applications are kept, in days after the deadline (BR-11).
    let retention: String
    let calls: [FactLine]

    init(_ visit: Visit, _ calls: [Call]) {
        let profile = visit.consortium.profile
        chrome = visit.chrome(visit.text("privacy.title"))
        consortium = profile.name.text(in: visit.language)
        contact = visit.contact
        let days = profile.settings.retentionDays
        retention = visit.text("privacy.retention.rule", ["days": visit.count("days", days)])
        self.calls = calls.map { call in
            let last = call.deadline.date.adding(days: days)
            return FactLine(
                visit.text("privacy.retention.call", ["date": visit.format.date(call.deadline.date)]),
                visit.text("privacy.retention.until", ["date": visit.format.date(last)]))
        }
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "consortium": .text { $0.consortium },
        "contact": .text { $0.contact },
        "retention": .text { $0.retention },
        "anyCalls": .flag { !$0.calls.isEmpty },
        "facts": .list { $0.calls },
    ]
}
