import JWTKit

/// A provider's public key as its key set publishes it (RFC 7517). Members that a key of another kind has, and keys of
/// kinds that are not taken here, do not make the set unreadable.
struct PublishedKey: Decodable {
    let kid: String?
    let kty: String?
    let use: String?
    let alg: String?
    let n: String?
    let e: String?
    let crv: String?
    let x: String?
    let y: String?
}

/// The algorithms that a token may be signed by; what is not here is refused, `none` and those of shared secrets first.
enum SigningAlgorithm: String {
    case rs256 = "RS256"
    case ps256 = "PS256"
    case es256 = "ES256"

    fileprivate func fits(_ key: PublishedKey) -> Bool {
        switch self {
        case .rs256, .ps256: key.kty == "RSA"
        case .es256: key.kty == "EC" && key.crv == "P-256"
        }
    }
}

extension PublishedKey {
    /// What verifies by this key and this algorithm alone, so that a token's header chooses neither; nil where the two
    /// do not belong together.
    func verifier(by algorithm: SigningAlgorithm) async -> JWTKeyCollection? {
        guard algorithm.fits(self), use == nil || use == "sig", alg == nil || alg == algorithm.rawValue else {
            return nil
        }
        let only = JWTKeyCollection()
        switch algorithm {
        case .rs256:
            guard let key = rsa else { return nil }
            await only.add(rsa: key, digestAlgorithm: .sha256)
        case .ps256:
            guard let key = rsa else { return nil }
            await only.add(pss: key, digestAlgorithm: .sha256)
        case .es256:
            guard let x, let y, let key = try? ES256PublicKey(parameters: (x, y)) else { return nil }
            await only.add(ecdsa: key)
        }
        return only
    }

    /// Of 2,048 bits at least, which the library sees to.
    private var rsa: Insecure.RSA.PublicKey? {
        guard let n, let e else { return nil }
        return try? Insecure.RSA.PublicKey(modulus: n, exponent: e)
    }
}
