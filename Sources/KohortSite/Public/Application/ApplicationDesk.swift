import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment

/// Applying for places in a round: step by step, or by a form that brings all of it at once.
enum ApplicationDesk {
    static func form(_ request: Request, _ visit: Visit) async throws -> Response {
        let open = try await open(visit)
        guard open.call.isOpen else { return try visit.page(ClosedCallPage(visit, open)) }
        let wish = try QueryParameters(request)["wish"].flatMap { DemandID($0) }
        var form = Form()
        if let wish { form.add("\(wish)", to: "wishes") }
        return try visit.page(StepPage(new: open, form, ApplicationPass(visit), [], notice: nil, visit))
    }

    /// Where a reader comes who opens the address that forms are sent to.
    static func formAgain(_ request: Request, _ visit: Visit) async throws -> Response {
        visit.redirect("/rounds/\(try visit.context.slug("round"))/application")
    }

    /// The call's vacancies are read only where a page shows them again: most forms are taken.
    static func take(_ request: Request, _ visit: Visit) async throws -> Response {
        let call = try await visit.fetch(PublishedCall(try round(visit)))
        let sent = try await SentApplication.read(request, visit)
        if sent.form.step != nil { return try await begin(sent, call.round, visit, request) }
        do { return try await visit.welcome(try await apply(sent, call.round, visit), request) } catch let rejection
            as Rejection
        {
            return try refusal(rejection, sent, try await open(visit), visit)
        }
    }

    private static func begin(
        _ sent: SentApplication, _ round: RoundID, _ visit: Visit, _ request: Request
    ) async throws -> Response {
        do { return try await StepDesk.begin(sent, round, visit, request) } catch Rejection.tooLate {
            return try visit.page(
                ClosedCallPage(visit, try await open(visit), arrival: visit.arrival), status: .conflict)
        }
    }

    private static func open(_ visit: Visit) async throws -> OpenCall {
        try await OpenCall.find(try round(visit), visit)
    }
    private static func round(_ visit: Visit) throws -> RoundReference { .slug(try visit.context.slug("round")) }

    static func apply(_ sent: SentApplication, _ round: RoundID, _ visit: Visit) async throws
        -> CandidacyReceipt
    {
        try sent.problems.throwIfAny()
        let form = try CandidacyForm(sent.form, in: visit.language)
        if let known = try await visit.ownCandidacy(sent.pass.candidacy) {
            return try await visit.change(known, form, sent)
        }
        let command = ApplyForPlaces(
            id: sent.pass.candidacy, round: round, form: form, documents: sent.documents.map { $0.new(visit) },
            submits: sent.submits)
        do { return try await visit.perform(command) } catch {
            // A second press of the same button may have come first.
            guard let known = try await visit.ownCandidacy(sent.pass.candidacy) else { throw error }
            return try await visit.change(known, form, sent)
        }
    }

    private static func refusal(
        _ rejection: Rejection, _ sent: SentApplication, _ open: OpenCall, _ visit: Visit
    ) throws -> Response {
        switch rejection {
        case .invalid(let problems):
            let page = try ApplicationPage(refused: sent, open: open, problems, notice: nil, visit)
            return try visit.page(page, status: sent.refusal)
        case .conflict(let code):
            guard let words = visit.words(forConflict: code) else { throw rejection }
            let page = try ApplicationPage(refused: sent, open: open, [], notice: words, visit)
            return try visit.page(page, status: .conflict)
        case .tooLate: return try visit.page(ClosedCallPage(visit, open, arrival: visit.arrival), status: .conflict)
        default: throw rejection
        }
    }
}
