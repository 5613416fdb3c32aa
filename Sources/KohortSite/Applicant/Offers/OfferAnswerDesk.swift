import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment

/// A candidate answers an offer.
enum OfferAnswerDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.page(OfferPage(visit, try await line(visit), notice: nil))
    }

    /// Where a reader comes who opens the address that an answer is sent to.
    static func showAgain(_ request: Request, _ visit: Visit) async throws -> Response {
        let (candidacy, offer) = (try address(visit).0, try await line(visit).offer.id)
        return visit.redirect("/candidacies/\(candidacy)/offers/\(offer)")
    }

    static func accept(_ request: Request, _ visit: Visit) async throws -> Response {
        let (candidacy, offer) = try address(visit)
        return try await answer(AcceptOffer(offer: offer, candidacy: candidacy), visit)
    }

    static func refuse(_ request: Request, _ visit: Visit) async throws -> Response {
        let (candidacy, offer) = try address(visit)
        let reason = DeclineReason(rawValue: try await request.form(visit.context).text("reason"))
        return try await answer(DeclineOffer(offer: offer, candidacy: candidacy, reason: reason), visit)
    }

    private static func answer(_ command: some Command, _ visit: Visit) async throws -> Response {
        let (candidacy, _) = try address(visit)
        do { _ = try await visit.perform(command) } catch Rejection.tooLate {
            return try await refusal("offer.too_late", visit)
        } catch Rejection.conflict(let code) {
            return try await refusal(code, visit)
        }
        return visit.redirect("/candidacies/\(candidacy)")
    }

    private static func refusal(_ code: String, _ visit: Visit) async throws -> Response {
        guard let words = visit.words(forConflict: code) else { throw Rejection.conflict(code) }
        return try visit.page(OfferPage(visit, try await line(visit), notice: words), status: .conflict)
    }

    private static func line(_ visit: Visit) async throws -> OffersOfCandidacy.Line {
        let (candidacy, offer) = try address(visit)
        let lines = try await visit.fetch(OffersOfCandidacy(candidacy: candidacy))
        guard let line = lines.first(where: { $0.offer.id == offer }) else { throw Rejection.notFound }
        return line
    }

    private static func address(_ visit: Visit) throws -> (CandidacyID, OfferID) {
        (try visit.context.id("candidacy"), try visit.context.id("offer"))
    }
}
