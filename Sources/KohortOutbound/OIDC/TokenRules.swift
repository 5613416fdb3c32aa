import Foundation
import JWTKit
import KohortCore

/// What a token's first part says, before anything of it is believed.
struct TokenHeader: Decodable {
    let alg: String
    let kid: String?
    /// What it is for, where it says so (RFC 8725 §3.11).
    let typ: String?
    /// Extensions that a reader must understand (RFC 7515 §4.1.11); here none is.
    let crit: [String]?

    init(of token: String) throws(ProviderProblem) {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let data = Base64URL.data(of: parts[0]),
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

/// What every token of a provider's says, whatever it is for. The library checks nothing of it; `TokenRules` does.
protocol ProviderClaims: JWTPayload {
    var iss: String? { get }
    var aud: AudienceClaim? { get }
    var azp: String? { get }
    var exp: Double? { get }
    var iat: Double? { get }
    var nbf: Double? { get }
}

extension ProviderClaims {
    func verify(using _: some JWTAlgorithm) {}
}

/// By whom, for whom and when (OpenID Connect Core 3.1.3.7).
struct TokenRules {
    /// How far a provider's clock and ours may stand apart, in seconds.
    static let skew = 60.0

    let client: ProviderClient
    /// In seconds since 1970.
    let now: Double

    init(_ client: ProviderClient, at now: Instant) {
        (self.client, self.now) = (client, Double(now.milliseconds) / 1000)
    }

    func check(_ claims: some ProviderClaims) throws(ProviderProblem) {
        guard let issuer = claims.iss, issuer.utf8.elementsEqual(client.issuer.utf8) else { throw .issuer }
        try checkAudience(claims)
        try checkTime(claims)
    }

    private func checkAudience(_ claims: some ProviderClaims) throws(ProviderProblem) {
        let audience = claims.aud?.value ?? []
        guard audience.contains(client.clientID) else { throw .audience }
        guard claims.azp.map({ $0 == client.clientID }) ?? (audience.count == 1) else { throw .audience }
    }

    private func checkTime(_ claims: some ProviderClaims) throws(ProviderProblem) {
        guard let end = claims.exp, now < end + Self.skew else { throw .expired }
        guard let made = claims.iat, made <= now + Self.skew else { throw .early }
        guard (claims.nbf ?? made) <= now + Self.skew else { throw .early }
    }
}
