import Foundation
import JWTKit
import KohortCore

/// What a token's first part says, before anything of it is believed.
struct IDTokenHeader: Decodable {
    let alg: String
    let kid: String?
    /// Extensions that a reader must understand (RFC 7515 §4.1.11); here none is.
    let crit: [String]?

    init(of token: String) throws(ProviderProblem) {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let data = Base64Web.data(of: parts[0]),
            let header = try? JSONDecoder().decode(Self.self, from: data)
        else { throw .token }
        self = header
    }

    var algorithm: SigningAlgorithm {
        get throws(ProviderProblem) {
            guard crit == nil, let algorithm = SigningAlgorithm(rawValue: alg) else { throw .algorithm }
            return algorithm
        }
    }
}

/// What a provider says of a sign-in. The library checks nothing of it; `IDTokenRules` does.
struct IDTokenClaims: JWTPayload {
    let iss: String?
    let sub: String?
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
        case iss, sub, aud, azp, exp, iat, nbf, nonce, acr, tid, oid
        case authenticatedAt = "auth_time"
    }

    func verify(using _: some JWTAlgorithm) {}
}

/// What a token must say to be the answer to one sign-in (OpenID Connect Core 3.1.3.7).
struct IDTokenRules {
    /// How far a provider's clock and ours may stand apart, in seconds.
    static let skew = 60.0

    let client: ProviderClient
    let nonce: String
    let presence: ProviderPresence
    /// In seconds since 1970.
    let now: Double

    func identity(of claims: IDTokenClaims) throws(ProviderProblem) -> ProvenIdentity {
        guard let issuer = claims.iss, issuer.utf8.elementsEqual(client.issuer.utf8) else { throw .issuer }
        try checkAudience(claims)
        try checkTime(claims)
        guard let given = claims.nonce, given.utf8.elementsEqual(nonce.utf8) else { throw .nonce }
        guard client.acr.isEmpty || claims.acr.map(client.acr.contains) == true else { throw .acr }
        let isPresent = isPresent(claims)
        guard isPresent || !presence.isRequired else { throw .presence }
        return ProvenIdentity(issuer: issuer, subject: try subject(claims), isPresent: isPresent)
    }

    private func isPresent(_ claims: IDTokenClaims) -> Bool {
        let since = Double(presence.since.milliseconds) / 1000 - Self.skew
        return claims.authenticatedAt.map { since <= $0 && $0 <= now + Self.skew } ?? false
    }

    private func checkAudience(_ claims: IDTokenClaims) throws(ProviderProblem) {
        let audience = claims.aud?.value ?? []
        guard audience.contains(client.clientID) else { throw .audience }
        guard claims.azp.map({ $0 == client.clientID }) ?? (audience.count == 1) else { throw .audience }
    }

    private func checkTime(_ claims: IDTokenClaims) throws(ProviderProblem) {
        guard let end = claims.exp, now < end + Self.skew else { throw .expired }
        guard let made = claims.iat, made <= now + Self.skew else { throw .early }
        guard (claims.nbf ?? made) <= now + Self.skew else { throw .early }
    }

    private func subject(_ claims: IDTokenClaims) throws(ProviderProblem) -> String {
        guard let sub = claims.sub, (1...255).contains(sub.utf8.count) else { throw .subject }
        switch client.identity {
        case .subject: return sub
        case .directoryObject:
            guard let tid = claims.tid, let oid = claims.oid, (1...100).contains(tid.utf8.count),
                (1...100).contains(oid.utf8.count)
            else { throw .subject }
            return "\(tid)/\(oid)"
        }
    }
}
