import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Tenancy

/// The consortium's calendar (KS06-7).
enum CalendarDesk {
    static func calendar(_ request: Request, _ visit: Visit) async throws -> CalendarPage {
        CalendarPage(visit, try await visit.fetch(Calendar()))
    }
}

/// What is to come, the nearest first, and what has been, the latest first.
struct CalendarPage: Page {
    static let template = "public/calendar"
    let chrome: Chrome
    let coming: [OccasionLine]
    let past: [OccasionLine]

    init(_ visit: Visit, _ occasions: [Occasion]) {
        chrome = visit.chrome(visit.text("calendar.title"))
        let today = visit.format.zone.date(at: visit.arrival)
        coming = occasions.filter { $0.lastDay >= today }.map { OccasionLine(visit, $0) }
        past = occasions.filter { $0.lastDay < today }.reversed().map { OccasionLine(visit, $0) }
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "anyComing": .flag { !$0.coming.isEmpty },
        "coming": .list { $0.coming },
        "anyPast": .flag { !$0.past.isEmpty },
        "past": .list { $0.past },
    ]
}

/// A date of the calendar.
struct OccasionLine: PageModel {
    let when: String
    let title: String
    let place: String?

    init(_ visit: Visit, _ occasion: Occasion) {
        let days = visit.format.days(occasion.firstDay, occasion.lastDay)
        when = occasion.definition.tentative ? visit.text("calendar.tentative", ["days": days]) : days
        title = occasion.definition.title.text(in: visit.language)
        place = occasion.definition.place?.text(in: visit.language)
    }

    static let fields: [String: PageField<Self>] = [
        "when": .text { $0.when },
        "title": .text { $0.title },
        "place": .text { $0.place },
    ]
}
