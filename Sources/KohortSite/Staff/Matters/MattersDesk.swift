import Hummingbird
import KohortCore
import KohortWeb
import Tenancy

/// What must be clarified before a programme can start, by kind (KS06-2).
enum MattersDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit, notice: visit.doneNotice(try QueryParameters(request)))
    }

    static func raise(_ request: Request, _ visit: Visit) async throws -> Response {
        let typed = try await request.form(visit.context)
        return try await visit.attempt(typed) {
            guard let kind = MatterKind(rawValue: typed.text("kind")) else {
                throw Rejection.invalid("kind", "choice.required")
            }
            let programme = try await visit.fetch(ProgrammeList()).first { $0.slug.text == typed.text("programme") }
            let command = RaiseMatter(
                id: visit.newID(), kind: kind, title: typed.text("title"), language: visit.language,
                programme: programme?.id)
            _ = try await visit.perform(command, idempotency: OnceKey.key(of: typed))
            return visit.redirect("/staff/matters?done=matter.raised")
        } or: {
            try await page(visit, refusal: $0, notice: $0.notice(visit))
        }
    }

    static func settle(_ request: Request, _ visit: Visit) async throws -> Response {
        let matter = try visit.context.id("matter", as: MatterID.self)
        let typed = try await request.form(visit.context)
        return try await visit.attempt(typed) {
            _ = try await visit.perform(SettleMatter(id: matter, settlement: typed.text("settlement")))
            return visit.redirect("/staff/matters?done=matter.settled")
        } or: {
            try await page(visit, refusal: $0, of: matter, notice: $0.notice(visit, idPrefix: "\(matter)-"))
        }
    }

    /// `of` is the matter whose form was refused; nil when it was that of a new one.
    private static func page(
        _ visit: Visit, refusal: Refusal? = nil, of matter: MatterID? = nil, notice: DeskNotice?
    ) async throws -> Response {
        let programmes = try await visit.fetch(ProgrammeList())
        let lines = try await visit.fetch(MatterList()).map { shown in
            MatterLine(shown, programmes, visit, shown.id == matter ? refusal : nil)
        }
        let screen = MattersScreen(visit, lines, programmes, matter == nil ? refusal : nil, notice)
        return try visit.page(screen, status: refusal?.status ?? .ok)
    }
}
