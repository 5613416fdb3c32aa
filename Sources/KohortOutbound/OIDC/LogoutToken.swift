import JWTKit
import KohortCore

/// What a provider says of somebody who has signed out there (OpenID Connect Back-Channel Logout 1.0, 2.4).
struct LogoutClaims: ProviderClaims {
    let iss: String?
    let sub: String?
    let sid: String?
    let aud: AudienceClaim?
    let azp: String?
    let exp: Double?
    let iat: Double?
    let nbf: Double?
    let jti: String?
    let nonce: String?
    let events: Events?

    struct Events: Codable {
        let logout: Particulars?

        private enum CodingKeys: String, CodingKey {
            case logout = "http://schemas.openid.net/event/backchannel-logout"
        }
    }

    /// An object, of whatever members.
    struct Particulars: Codable {
        private enum None: CodingKey {}

        init(from decoder: any Decoder) throws { _ = try decoder.container(keyedBy: None.self) }
        func encode(to encoder: any Encoder) throws { _ = encoder.container(keyedBy: None.self) }
    }
}

/// What a token must say to end sign-ins (OpenID Connect Back-Channel Logout 1.0, 2.6).
struct LogoutTokenRules {
    /// How long ago it may have been made, in seconds: it is sent at once, and tells of now.
    private static let oldest = 5 * 60.0
    /// Those that need not say what they are for say nothing, or that they are a token.
    private static let kinds: Set<String> = ["logout+jwt", "application/logout+jwt", "jwt"]

    let common: TokenRules

    static func check(_ header: TokenHeader) throws(ProviderProblem) {
        guard header.typ.map({ kinds.contains($0.lowercased()) }) ?? true else { throw .purpose }
    }

    func ending(of claims: LogoutClaims) throws(ProviderProblem) -> ProviderEnding {
        try common.check(claims)
        guard let made = claims.iat, let end = claims.exp, common.now < made + Self.oldest + TokenRules.skew else {
            throw .expired
        }
        // With a nonce it would be an answer to a sign-in, taken for what it is not.
        guard claims.events?.logout != nil, claims.nonce == nil else { throw .purpose }
        let (subject, session) = (try name(claims.sub), try name(claims.sid))
        guard subject != nil || session != nil else { throw .subject }
        guard let token = try name(claims.jti) else { throw .repeated }
        let last = min(end, made + Self.oldest) + TokenRules.skew
        return ProviderEnding(
            issuer: common.client.issuer, subject: subject, session: session, token: token,
            until: Instant(milliseconds: Int64(last * 1000)))
    }

    private func name(_ text: String?) throws(ProviderProblem) -> String? {
        guard let text else { return nil }
        guard (1...255).contains(text.utf8.count) else { throw .subject }
        return text
    }
}
