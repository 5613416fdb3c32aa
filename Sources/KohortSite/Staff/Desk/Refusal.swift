import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb
import Tenancy

/// What was asked for and refused, for the page that its form stands on: said in words, with all that was typed.
struct Refusal {
    let status: HTTPResponse.Status
    let text: String
    let problems: [FieldProblem]
    let typed: Form

    /// Nil for what no form can mend: not found, not allowed, gone.
    init?(_ rejection: Rejection, _ typed: Form, _ visit: Visit) {
        let problem = Problem(rejection)
        switch rejection {
        case .invalid(let problems):
            (text, self.problems) = (visit.text("desk.mend"), problems)
        case .conflict(let code):
            (text, problems) = (Self.words(for: code, visit), [])
        case .tooLate(let deadline):
            (text, problems) = (Self.words(for: deadline, visit), [])
        case .notFound, .forbidden, .gone: return nil
        }
        (status, self.typed) = (problem.status, typed)
    }

    /// What staff and employers are told about a code may differ from what applicants are told.
    private static func words(for code: String, _ visit: Visit) -> String {
        visit.site.texts.text("desk.conflict.\(code)", in: visit.language) ?? visit.words(forConflict: code)
            ?? visit.text("desk.conflict")
    }

    /// The lead can move a date; everybody else can ask the lead.
    private static func words(for deadline: Deadline, _ visit: Visit) -> String {
        let isLead = visit.identity.roles.contains { $0.role == .lead }
        return visit.text(isLead ? "desk.too_late.lead" : "desk.too_late", ["date": visit.format.day(deadline.date)])
    }

    /// The words of each problem, linked to the field with that id.
    func notice(_ visit: Visit, idPrefix: String = "") -> DeskNotice {
        let links = problems.map {
            DeskNotice.FieldLink(field: "field-\(idPrefix)\($0.field)", text: visit.words(for: $0))
        }
        return DeskNotice(isRefusal: true, text: text, problems: links)
    }
}

extension Visit {
    /// Does what a form asks for, or answers with the page that it stands on when that is refused.
    func attempt(
        _ typed: Form, _ deed: () async throws -> Response, or refused: (Refusal) async throws -> Response
    ) async throws -> Response {
        do { return try await deed() } catch let rejection as Rejection {
            guard let refusal = Refusal(rejection, typed, self) else { throw rejection }
            return try await refused(refusal)
        }
    }
}
