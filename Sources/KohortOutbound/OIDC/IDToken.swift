import JWTKit
import KohortCore

/// What a provider says of a sign-in; `IDTokenRules` looks at it.
struct IDTokenClaims: ProviderClaims {
    let iss: String?
    let sub: String?
    /// The provider's own session, by which it may say later that it is over.
    let sid: String?
    let aud: AudienceClaim?
    let azp: String?
    let exp: Double?
    let iat: Double?
    let nbf: Double?
    let nonce: String?
    let acr: String?
    /// When the person signed in there, in seconds since 1970.
    let authenticatedAt: Double?
    /// Entra ID's directory and object.
    let tid: String?
    let oid: String?

    private enum CodingKeys: String, CodingKey {
        case iss, sub, sid, aud, azp, exp, iat, nbf, nonce, acr, tid, oid
        case authenticatedAt = "auth_time"
    }
}

/// What a token must say to be the answer to one sign-in (OpenID Connect Core 3.1.3.7).
struct IDTokenRules {
    let common: TokenRules
    let nonce: String
    let presence: ProviderPresence

    private var client: ProviderClient { common.client }

    func identity(of claims: IDTokenClaims) throws(ProviderProblem) -> ProvenIdentity {
        try common.check(claims)
        guard let given = claims.nonce, given.utf8.elementsEqual(nonce.utf8) else { throw .nonce }
        guard client.acr.isEmpty || claims.acr.map(client.acr.contains) == true else { throw .acr }
        let isPresent = isPresent(claims)
        guard isPresent || !presence.isRequired else { throw .presence }
        guard let named = claims.sub, (1...255).contains(named.utf8.count) else { throw .subject }
        return ProvenIdentity(
            issuer: client.issuer, subject: try subject(named, claims), named: named,
            session: claims.sid.flatMap { (1...255).contains($0.utf8.count) ? $0 : nil }, isPresent: isPresent)
    }

    private func isPresent(_ claims: IDTokenClaims) -> Bool {
        let since = Double(presence.since.milliseconds) / 1000 - TokenRules.skew
        return claims.authenticatedAt.map { since <= $0 && $0 <= common.now + TokenRules.skew } ?? false
    }

    private func subject(_ named: String, _ claims: IDTokenClaims) throws(ProviderProblem) -> String {
        switch client.identity {
        case .subject: return named
        case .directoryObject:
            guard let tid = claims.tid, let oid = claims.oid, (1...100).contains(tid.utf8.count),
                (1...100).contains(oid.utf8.count)
            else { throw .subject }
            return "\(tid)/\(oid)"
        }
    }
}
