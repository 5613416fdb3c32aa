import Crypto
import Foundation
import KohortCore
import KohortOutbound
import KohortStore
import Tenancy

/// A browser's way to a provider of a tenant's and back.
package struct ProviderSignIn: Sendable {
    private let kohort: Kohort
    private let open: TenantStore
    private let provider: Slug

    package init(_ provider: Slug, of open: TenantStore, in kohort: Kohort) {
        (self.provider, self.open, self.kohort) = (provider, open, kohort)
    }

    /// A browser that leaves: where to, and the secret that it has to bring back.
    package struct Departure: Sendable {
        package let label: String
        package let url: String
        package let browser: Secret
    }

    /// Sends a browser off; to link what it brings back to a person, where there is one. Throws `notFound` for an
    /// unknown provider, and `ProviderProblem`.
    package func leave(
        linking person: PersonID?, _ question: ProviderQuestion, at arrival: Instant
    ) async throws -> Departure {
        let (state, browser) = (Secret(), Secret())
        let found = try await open.store.fetch(ProviderOf(provider), by: .system, at: arrival)
        let client = try await ProviderClient(found, of: open.tenant, in: kohort)
        let ties = ProviderTies(state: state.text, browser: browser)
        let url = try await kohort.openID.question(to: client, ties, question, at: kohort.clock.now)
        let attempt = BeginProviderAttempt(
            provider: provider, stateHash: state.hash, browserHash: browser.hash, person: person,
            isAgain: question.isAgain)
        _ = try await open.store.perform(attempt, by: .system, at: arrival)
        return Departure(label: found.label, url: url, browser: browser)
    }

    /// Takes what a browser brings back, once; nil where it did not leave from here, or too long ago.
    package func take(
        _ state: String, of browser: Secret, at arrival: Instant
    ) async throws -> TakeProviderAttempt.Taken? {
        let taken = TakeProviderAttempt(
            provider: provider, stateHash: Secret(state).hash, browserHash: browser.hash)
        return try await open.store.perform(taken, by: .system, at: arrival)
    }

    /// Whom the provider vouches for. Throws `ProviderProblem`.
    package func prove(
        _ answer: ProviderAnswer, to taken: TakeProviderAttempt.Taken, state: String, of browser: Secret,
        at arrival: Instant
    ) async throws -> ProvenIdentity {
        let found = try await open.store.fetch(ProviderOf(provider), by: .system, at: arrival)
        let client = try await ProviderClient(found, of: open.tenant, in: kohort)
        let ties = ProviderTies(state: state, browser: browser)
        let presence = ProviderPresence(since: taken.beganAt, isRequired: taken.isAgain)
        return try await kohort.openID.identity(from: answer, of: client, ties, presence, at: kohort.clock.now)
    }

    /// Signs in the person whom the identity is linked to.
    package func signIn(
        _ identity: ProvenIdentity, as new: NewSignIn, at arrival: Instant
    ) async throws {
        let command = SignInWithIdentity(
            provider: provider, issuer: identity.issuer, subject: identity.subject,
            there: ProviderSession.Name(subject: identity.named, session: identity.session),
            isPresent: identity.isPresent, new: new)
        _ = try await open.store.perform(command, by: .system, at: arrival)
    }

    /// Ends what the provider says is over. Throws `notFound` for an unknown provider, and `ProviderProblem`.
    package func end(by token: String, at arrival: Instant) async throws {
        let found = try await open.store.fetch(ProviderOf(provider), by: .system, at: arrival)
        let client = ProviderClient(withoutSecret: found, of: open.tenant, in: kohort)
        let ending = try await kohort.openID.ending(by: token, of: client, at: kohort.clock.now)
        let command = EndProviderSessions(
            provider: provider, issuer: ending.issuer, subject: ending.subject, session: ending.session,
            tokenHash: Secret("\(ending.issuer) \(ending.token)").hash, until: ending.until)
        guard try await open.store.perform(command, by: .system, at: arrival).isFirst else {
            throw ProviderProblem.repeated
        }
    }

    /// Links the identity to the person who acts.
    package func link(_ identity: ProvenIdentity, by actor: Actor, at arrival: Instant) async throws {
        let command = LinkIdentity(
            id: .new(at: arrival), provider: provider, issuer: identity.issuer, subject: identity.subject)
        _ = try await open.store.perform(command, by: actor, at: arrival)
    }
}

extension ProviderTies {
    /// Nonce and proof key follow from the browser's secret, so that no table holds what an answer is tied by.
    init(state: String, browser: Secret) {
        func derived(_ use: String) -> String {
            Base64URL.text(of: SHA256.hash(data: Data("kohort provider \(use):\(browser.text)".utf8)))
        }
        self.init(state: state, nonce: derived("nonce"), verifier: derived("verifier"))
    }
}
