import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment
import Tenancy

/// Changing an application, and finishing a draft, until the deadline.
enum ChangeDesk {
    static func form(_ request: Request, _ visit: Visit) async throws -> Response {
        let own = try await CandidacyDesk.own(visit)
        guard own.canChange else { return visit.redirect("/candidacies/\(own.candidacy.id)") }
        let step = try QueryParameters(request)["step"].flatMap(ApplicationStep.init(rawValue:)) ?? .look
        return try StepDesk.show(own, try await open(own, visit), step, visit)
    }

    static func take(_ request: Request, _ visit: Visit) async throws -> Response {
        let own = try await CandidacyDesk.own(visit)
        let sent = try await SentApplication.read(request, visit, of: own.candidacy.id)
        do {
            if let step = sent.form.step { return try await StepDesk.take(sent, at: step, own, visit) }
            try sent.problems.throwIfAny()
            let form = try CandidacyForm(sent.form, in: own.candidacy.language)
            try check(form, own, visit)
            let receipt = try await visit.change(own, form, sent)
            let isSending = own.candidacy.state == .draft && receipt.state == .submitted
            return visit.redirect("/candidacies/\(own.candidacy.id)\(isSending ? "/receipt" : "")")
        } catch Rejection.invalid(let problems) {
            let page = try ApplicationPage(
                of: own, try await open(own, visit), sent.form, problems, sent.documents, visit)
            return try visit.page(page, status: sent.refusal)
        } catch Rejection.tooLate {
            return try visit.page(
                ClosedCallPage(visit, try await open(own, visit), arrival: visit.arrival), status: .conflict)
        }
    }

    /// Who has the address can sign in: it is changed only by somebody who has just done so.
    static func check(
        _ form: CandidacyForm, _ own: OwnCandidacy.Answer, _ visit: Visit
    ) throws(Rejection) {
        let isSame = EmailAddress(form.email)?.key == own.candidacy.details.email.key
        if !isSame, !visit.identity.isFresh(at: visit.arrival) { throw .invalid("email", "signin.stale") }
    }

    private static func open(_ own: OwnCandidacy.Answer, _ visit: Visit) async throws -> OpenCall {
        try await OpenCall.find(.id(own.candidacy.round), visit)
    }
}

extension ApplicationPage {
    /// The form of a candidacy that is there, with its documents and those that came with a form that was refused.
    fileprivate init(
        of own: OwnCandidacy.Answer, _ open: OpenCall, _ form: Form, _ problems: [FieldProblem],
        _ documents: [SentDocument], _ visit: Visit
    ) throws {
        let path = "/candidacies/\(own.candidacy.id)"
        let pass = ApplicationPass(own.candidacy.id, visit)
        let removed = Set(form.list("removed"))
        isDraft = own.candidacy.state == .draft
        chrome = visit.chrome(visit.text(isDraft ? "change.draft.title" : "change.title"))
        call = open.name
        back = FactLine(visit.text("candidacy.title"), visit.path(path))
        deadline = visit.text("front.apply_by", ["date": visit.format.day(open.call.deadline.date)])
        action = visit.path("\(path)/application")
        (self.pass, notice) = (nil, nil)
        sheet = ApplicationSheet(visit, open, form, problems)
        wishes = sheet.wishes
        kept = try documents.enumerated().map { try FileLine($1, index: $0, for: pass, visit) }
        present = own.documents.map { FileLine($0, isRemoved: removed.contains("\($0.id)"), visit) }
    }
}
