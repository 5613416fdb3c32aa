import Foundation
import JWTKit
import KohortCore

/// Signing in by providers with OpenID Connect: the code flow with a proof key, and nothing else.
package struct OpenIDConnect: Sendable {
    private let rules: CallRules
    private let calls: ProviderCalls
    private let book: ProviderBook

    /// The rules say which addresses are called at all.
    package init(_ rules: CallRules) {
        self.rules = rules
        calls = ProviderCalls(rules)
        book = ProviderBook(calls)
    }

    /// Where the browser is to go.
    package func question(
        to client: ProviderClient, _ ties: ProviderTies, _ question: ProviderQuestion, at now: Instant
    ) async throws(ProviderProblem) -> String {
        let provider = try await book.metadata(of: client.issuer, at: now)
        // The browser goes there, so the address may be one that only people's own networks reach.
        let schemes = rules.allowsPlainHTTP ? ["https://", "http://"] : ["https://"]
        guard schemes.contains(where: provider.authorizationEndpoint.hasPrefix) else { throw .metadata }
        return provider.authorizationURL(client, ties, question)
    }

    /// Whom the answer is about, once all of it has been checked. The provider's tokens are dropped.
    package func identity(
        from answer: ProviderAnswer, of client: ProviderClient, _ ties: ProviderTies, _ presence: ProviderPresence,
        at now: Instant
    ) async throws(ProviderProblem) -> ProvenIdentity {
        let provider = try await book.metadata(of: client.issuer, at: now)
        guard provider.accepts(answer) else { throw .issuer }
        let token = try await token(for: answer, client, ties, provider)
        let claims = try await claims(IDTokenClaims.self, of: token, try TokenHeader(of: token), provider, at: now)
        return try IDTokenRules(common: TokenRules(client, at: now), nonce: ties.nonce, presence: presence)
            .identity(of: claims)
    }

    /// What is over at the provider, by its own word, which is held to all that an ID token is.
    package func ending(
        by token: String, of client: ProviderClient, at now: Instant
    ) async throws(ProviderProblem) -> ProviderEnding {
        let header = try TokenHeader(of: token)
        try LogoutTokenRules.check(header)
        _ = try header.algorithm
        let provider = try await book.metadata(of: client.issuer, at: now)
        let claims = try await claims(LogoutClaims.self, of: token, header, provider, at: now)
        return try LogoutTokenRules(common: TokenRules(client, at: now)).ending(of: claims)
    }

    private struct Tokens: Decodable {
        let idToken: String

        private enum CodingKeys: String, CodingKey { case idToken = "id_token" }
    }

    private func token(
        for answer: ProviderAnswer, _ client: ProviderClient, _ ties: ProviderTies, _ provider: ProviderMetadata
    ) async throws(ProviderProblem) -> String {
        let (form, authorization) = provider.exchange(answer, ties, client)
        let (status, body) = try await calls.post(form, authorization: authorization, to: provider.tokenEndpoint)
        guard status == 200 else { throw status >= 500 ? .unreachable : .exchange }
        guard let tokens = try? JSONDecoder().decode(Tokens.self, from: body) else { throw .token }
        return tokens.idToken
    }

    private func claims<Claims: ProviderClaims>(
        _: Claims.Type, of token: String, _ header: TokenHeader, _ provider: ProviderMetadata, at now: Instant
    ) async throws(ProviderProblem) -> Claims {
        let algorithm = try header.algorithm
        let key = try await book.key(header.kid, of: provider, at: now)
        guard let verifier = await key.verifier(by: algorithm) else { throw .algorithm }
        do { return try await verifier.verify(token, as: Claims.self) } catch { throw .signature }
    }
}
