import Delivery
import HTTPTypes
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Tenancy

/// Shows the pages around one trainee, and takes their forms.
enum TraineeDesk {
    static func show(_ page: TraineePage) -> @Sendable (Request, TraineeVisit) async throws -> Response {
        { request, room in
            try await room.answer(page, notice: room.visit.doneNotice(try QueryParameters(request)))
        }
    }
}

extension TraineeVisit {
    func answer(
        _ page: TraineePage, refused: RefusedForm? = nil, notice: DeskNotice? = nil
    ) async throws -> Response {
        guard page.isShown(to: self) else { throw Rejection.notFound }
        let notice = refused.map { $0.refusal.notice(visit, idPrefix: "\($0.key)-") } ?? notice
        let name = detail.trainee.name
        let title = page == .overview ? name : text("heading.\(page.rawValue)", ["name": name])
        let sections = try await page.sections(self, SheetMaker(visit: visit, refused: refused))
        var screen = SheetScreen(
            chrome: visit.chrome(title), head: head(page, title, notice: notice), sections: sections)
        if page == .overview { try await OverviewParts(self).fill(&screen) }
        return try visit.page(screen, status: refused?.refusal.status ?? .ok)
    }

    /// Does what a form asks for and goes back to its page; when it is refused, shows it there with all that was typed.
    func take(
        _ request: Request, _ form: String, on page: TraineePage, done: String,
        _ deed: (Form) async throws -> Void
    ) async throws -> Response {
        let typed = try await request.form(visit.context)
        return try await take(typed, form, on: page, done: done, deed)
    }

    func take(
        _ typed: Form, _ form: String, on page: TraineePage, done: String, _ deed: (Form) async throws -> Void
    ) async throws -> Response {
        try await visit.attempt(typed) {
            try await deed(typed)
            // Where a deed takes the page's last right away, the overview is where to go on.
            let next = page.isShown(to: self) ? page : .overview
            return visit.redirect(path(next.path) + "?done=\(done)")
        } or: {
            try await answer(page.isShown(to: self) ? page : .overview, refused: RefusedForm(key: form, refusal: $0))
        }
    }
}

extension Form {
    /// The date in a field; one that is none is a problem of that field.
    func date(_ name: String, as field: String? = nil, _ problems: inout [FieldProblem]) -> LocalDate? {
        let date = LocalDate(text(name))
        if date == nil { problems.append(FieldProblem(field ?? name, "date.invalid")) }
        return date
    }

    /// The date in a field that is alone in its form.
    func date(_ name: String) throws(Rejection) -> LocalDate {
        guard let date = LocalDate(text(name)) else { throw .invalid(name, "date.invalid") }
        return date
    }

    /// Whom a form names: by name, address and language.
    func contact() throws(Rejection) -> Contact {
        guard let email = EmailAddress(text("email")) else { throw .invalid("email", "email.invalid") }
        return Contact(name: text("name"), email: email, language: Language(rawValue: text("language")) ?? .nb)
    }
}

extension DeskFields {
    /// Whom a form names.
    func ofContact() -> [DeskField] {
        [
            line("name"), field("email", .email),
            choices(
                "language", .choice,
                visit.consortium.profile.languages.map { ($0.rawValue, visit.text("desk.language.\($0.rawValue)")) },
                chosen: [visit.consortium.profile.ownLanguage.rawValue], required: true),
        ]
    }
}
