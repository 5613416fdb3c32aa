import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment

/// An applicant's own application.
enum CandidacyDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let own = try await own(visit)
        let offers = try await visit.fetch(OffersOfCandidacy(candidacy: own.candidacy.id))
        return try visit.page(CandidacyPage(visit, own, offers))
    }

    static func receipt(_ request: Request, _ visit: Visit) async throws -> Response {
        let own = try await own(visit)
        guard let page = ReceiptPage(visit, own) else { return visit.redirect("/candidacies/\(own.candidacy.id)") }
        return try visit.page(page)
    }

    /// The candidacy that the address names, as far as the visitor may see it.
    static func own(_ visit: Visit) async throws -> OwnCandidacy.Answer {
        try await visit.fetch(OwnCandidacy(candidacy: try visit.context.id("candidacy")))
    }
}
