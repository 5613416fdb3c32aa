import Hummingbird
import KohortApp
import KohortCore
import KohortStore
import KohortWeb
import Recruitment
import Tenancy

extension Visit {
    /// The same visit by the applicant of a candidacy; the caller has checked what opens it.
    func holding(_ candidacy: CandidacyID) -> Visit {
        let identity = Identity(actor: .applicant(candidacy), name: nil, language: language, roles: [])
        return Visit(
            site: site, open: open, context: context, consortium: consortium, identity: identity, browser: browser)
    }

    /// A candidacy whose link or form the caller has checked; nil when there is none.
    func ownCandidacy(_ candidacy: CandidacyID) async throws -> OwnCandidacy.Answer? {
        do { return try await holding(candidacy).fetch(OwnCandidacy(candidacy: candidacy)) } catch Rejection.notFound {
            return nil
        }
    }

    /// Puts a form into a candidacy that is there already; a file that it has is not added again.
    func change(
        _ own: OwnCandidacy.Answer, _ form: CandidacyForm, _ sent: SentApplication
    ) async throws -> CandidacyReceipt {
        let added = sent.documents.filter { new in
            !own.documents.contains { $0.file == new.file && $0.kind == new.kind }
        }
        let command = ChangeCandidacy(
            candidacy: own.candidacy.id, form: form, added: added.map { $0.new(self) },
            removed: sent.form.list("removed").compactMap { DocumentID($0) }, submits: sent.submits)
        return try await holding(own.candidacy.id).perform(command)
    }

    /// A candidacy's own link as it is written in a mail, with its key.
    func privateLink(_ candidacy: CandidacyID) -> String { site.privateLink(candidacy, of: open.tenant) }

    /// The same as a path.
    func privatePath(_ candidacy: CandidacyID) -> String {
        path("/candidacies/\(candidacy)/\(site.kohort.links.key(for: candidacy, of: open.tenant.id))")
    }

    /// To the page or the receipt of a candidacy whose form this browser has just sent, signed in to it. Who is signed
    /// in as a person stays so, and is led to the candidacy's own link.
    func welcome(
        _ receipt: CandidacyReceipt, _ request: Request, then page: String? = nil
    ) async throws -> Response {
        if case .person = actor { return .redirect(to: privatePath(receipt.candidacy), type: .normal) }
        let (new, secret) = newSignIn(request)
        _ = try await holding(receipt.candidacy).perform(SignInAsApplicant(candidacy: receipt.candidacy, new: new))
        let own = "/candidacies/\(receipt.candidacy)"
        return try await welcome(
            secret, request, to: page ?? (receipt.state == .submitted ? "\(own)/receipt" : own))
    }
}
