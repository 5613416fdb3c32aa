import Hummingbird
import KohortApp
import KohortCore
import KohortStore
import KohortWeb
import Recruitment
import Tenancy

extension Visit {
    /// The same visit by the holder of a candidacy's private link, which the caller has checked.
    func holding(_ candidacy: CandidacyID) -> Visit {
        let identity = Identity(actor: .applicant(candidacy), name: nil, language: language, roles: [])
        return Visit(site: site, open: open, context: context, consortium: consortium, identity: identity)
    }

    /// A candidacy whose link the caller has checked; nil when there is none.
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

    /// The private link as it is written in a mail, with its key.
    func privateLink(_ candidacy: CandidacyID) -> String { site.privateLink(candidacy, of: open.tenant) }

    /// To a candidacy's own page, or its receipt, with a sign-in of its own. Who is signed in otherwise stays so, and
    /// is led to the private link.
    func welcome(_ receipt: CandidacyReceipt, then page: String? = nil) async throws -> Response {
        let own = "/candidacies/\(receipt.candidacy)"
        if case .person = actor { return redirect("\(own)/\(ApplicationPass(receipt.candidacy, self).key)") }
        return try await signIn(receipt.candidacy, to: page ?? (receipt.state == .submitted ? "\(own)/receipt" : own))
    }

    /// Signs the holder of a private link in.
    func signIn(_ candidacy: CandidacyID, to page: String) async throws -> Response {
        let secret = Secret()
        let command = SignInAsApplicant(candidacy: candidacy, id: newID(), secretHash: secret.hash)
        _ = try await holding(candidacy).perform(command)
        var response = redirect(page)
        let cookie = Site.cookie(of: open.tenant.id)
        response.add(cookie: site.cookies.setting(cookie, to: secret.text, maxAge: Self.applicantStays))
        return response
    }

    private static let applicantStays = Duration.seconds(7 * 24 * 60 * 60)
}
