import HTTPTypes
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment

/// Applying step by step. What a step brings is kept before the next is shown, and also when something in it lacks.
enum StepDesk {
    /// The first step begins a draft.
    static func begin(
        _ sent: SentApplication, _ round: RoundID, _ visit: Visit, _ request: Request
    ) async throws -> Response {
        do {
            try sent.problems.throwIfAny()
            let form = try CandidacyForm(sent.form, in: visit.language)
            try ApplicationStep.you.problems(of: form, documents: [], in: visit.year).throwIfAny()
            let receipt = try await ApplicationDesk.apply(sent, round, visit)
            return try await visit.welcome(receipt, request, then: path(receipt.candidacy, .education))
        } catch Rejection.invalid(let problems) {
            return try await refused(sent, round, problems, nil, visit, sent.refusal)
        } catch Rejection.conflict(let code) {
            guard let words = visit.words(forConflict: code) else { throw Rejection.conflict(code) }
            return try await refused(sent, round, [], words, visit, .conflict)
        }
    }

    static func show(
        _ own: OwnCandidacy.Answer, _ open: OpenCall, _ step: ApplicationStep, _ visit: Visit
    ) throws -> Response {
        try visit.page(StepPage(step, of: own, open, own.form, [], visit))
    }

    static func take(
        _ sent: SentApplication, at step: ApplicationStep, _ own: OwnCandidacy.Answer, _ visit: Visit
    ) async throws -> Response {
        let sent = sent.laid(over: own.form, at: step)
        do {
            // What was cut off must not take the place of what is there.
            if sent.refusal == .contentTooLarge { try sent.problems.throwIfAny() }
            let form = try CandidacyForm(sent.form, in: own.candidacy.language)
            try ChangeDesk.check(form, own, visit)
            let receipt = try await visit.change(own, form, sent)
            // The files that are good are kept by now.
            try sent.problems.throwIfAny()
            if own.candidacy.state == .draft, receipt.state == .submitted {
                return visit.redirect("/candidacies/\(own.candidacy.id)/receipt")
            }
            return try await goOn(sent, from: step, own, visit)
        } catch Rejection.invalid(let problems) {
            let open = try await OpenCall.find(.id(own.candidacy.round), visit)
            let page = StepPage(step, of: try await CandidacyDesk.own(visit), open, sent.form, problems, visit)
            return try visit.page(page, status: sent.refusal)
        }
    }

    /// To the next step; to the same one while it lacks something, or when a place was moved.
    private static func goOn(
        _ sent: SentApplication, from step: ApplicationStep, _ own: OwnCandidacy.Answer, _ visit: Visit
    ) async throws -> Response {
        let (id, intent) = (own.candidacy.id, sent.form.text("intent"))
        if intent == "later" { return visit.redirect("/candidacies/\(id)") }
        if intent == "keep" { return visit.redirect(path(id, step) + "#wishes") }
        guard own.candidacy.state == .draft else {
            return visit.redirect(step == .look ? "/candidacies/\(id)" : path(id, .look))
        }
        let lacking = StepPage.lacking(try await CandidacyDesk.own(visit), visit)
        try lacking.filter { step.fields.contains($0.field) }.throwIfAny()
        return visit.redirect(path(id, step.next ?? .look))
    }

    private static func path(_ candidacy: CandidacyID, _ step: ApplicationStep) -> String {
        "/candidacies/\(candidacy)/application?step=\(step.rawValue)"
    }

    private static func refused(
        _ sent: SentApplication, _ round: RoundID, _ problems: [FieldProblem], _ notice: String?, _ visit: Visit,
        _ status: HTTPResponse.Status
    ) async throws -> Response {
        let open = try await OpenCall.find(.id(round), visit)
        return try visit.page(
            StepPage(new: open, sent.form, sent.pass, problems, notice: notice, visit), status: status)
    }
}
