import Delivery
import Hummingbird
import KohortCore
import KohortWeb

/// A cohort's calendar.
enum CohortGatheringsDesk {
    static func show(_ request: Request, _ room: CohortVisit) async throws -> Response {
        try await page(room, notice: room.visit.doneNotice(try QueryParameters(request)))
    }

    static func plan(_ request: Request, _ room: CohortVisit) async throws -> Response {
        let typed = try await request.form(room.visit.context)
        return try await room.attempt(typed, then: "/gatherings", done: "gathering.planned") {
            guard let kind = GatheringKind(rawValue: typed.text("kind")) else {
                throw Rejection.invalid("kind", "choice.required")
            }
            let command = PlanGathering(
                gathering: room.visit.newID(), cohort: room.id, kind: kind, terms: try GatheringTerms(typed, room.visit)
            )
            _ = try await room.visit.perform(command, idempotency: OnceKey.key(of: typed))
        } or: {
            try await page(room, refusal: $0, notice: $0.notice(room.visit))
        }
    }

    private static func page(
        _ room: CohortVisit, refusal: Refusal? = nil, notice: DeskNotice?
    ) async throws -> Response {
        let lines = try await room.visit.fetch(GatheringList(cohort: room.id))
        let screen = CohortGatheringsScreen(room, lines, refusal, notice)
        return try room.visit.page(screen, status: refusal?.status ?? .ok)
    }
}

extension GatheringTerms {
    /// As they were typed.
    init(_ typed: Form, _ visit: Visit) throws(Rejection) {
        self.init(
            title: typed.text("title"), place: typed.text("place"), firstDay: try visit.day(typed, "first_day"),
            lastDay: try visit.day(typed, "last_day"))
    }
}

struct CohortGatheringsScreen: Page {
    static let template = "staff/gatherings"
    let chrome: Chrome
    let head: DeskHead
    let gatherings: [GatheringRow]
    let form: DeskForm?
    let isRefused: Bool

    init(_ room: CohortVisit, _ lines: [GatheringList.Line], _ refusal: Refusal?, _ notice: DeskNotice?) {
        let (visit, title) = (room.visit, room.visit.text("cohort.tab.gatherings"))
        chrome = visit.chrome("\(title), \(room.name)")
        head = room.head(.gatherings, title, notice: notice)
        gatherings = lines.map { GatheringRow($0, room) }
        isRefused = refusal != nil
        let make = DeskFields(visit: visit, texts: "cohort.gathering", refusal: refusal)
        form =
            room.isClosed
            ? nil
            : DeskForm(
                action: room.address("/gatherings"),
                fields: [
                    make.choices(
                        "kind", .choice,
                        GatheringKind.allCases.map { ($0.rawValue, visit.text("cohort.kind.\($0.rawValue)")) },
                        chosen: ["gathering"])
                ] + make.gathering(nil), button: visit.text("cohort.gathering.press"), once: OnceKey.fresh(visit))
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "any": .flag { !$0.gatherings.isEmpty },
        "gatherings": .list { $0.gatherings },
        "form": .model { $0.form },
        "refused": .flag { $0.isRefused },
    ]
}

extension DeskFields {
    /// When and where a gathering is, and what it is called.
    func gathering(_ gathering: Gathering?) -> [DeskField] {
        [
            line("title", gathering?.title ?? ""), optional("place", .line, gathering?.place ?? ""),
            field("first_day", .date, gathering?.days.first.description ?? ""),
            field("last_day", .date, gathering?.days.last.description ?? ""),
        ]
    }
}

/// One gathering of the calendar.
struct GatheringRow: PageModel {
    let days, title, kind, path, attended: String
    let place: String?
    let isFixed: Bool

    init(_ line: GatheringList.Line, _ room: CohortVisit) {
        let (visit, gathering) = (room.visit, line.gathering)
        days = visit.format.days(gathering.days.first, gathering.days.last)
        (title, kind) = (gathering.title, visit.text("cohort.kind.\(gathering.kind.rawValue)"))
        path = room.address("/gatherings/\(gathering.id)")
        place = gathering.place.isEmpty ? nil : gathering.place
        isFixed = gathering.contentFixedAt != nil
        let persons = gathering.kind.isForTrainees ? line.attended : line.employers.values.reduce(0, +)
        attended = visit.format.number(persons)
    }

    static let fields: [String: PageField<Self>] = [
        "days": .text { $0.days }, "title": .text { $0.title }, "kind": .text { $0.kind }, "path": .text { $0.path },
        "attended": .text { $0.attended }, "place": .text { $0.place }, "fixed": .flag { $0.isFixed },
    ]
}
