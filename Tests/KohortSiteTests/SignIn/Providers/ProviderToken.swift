import Crypto
import CryptoExtras
import Foundation

/// What a hostile provider, or somebody who stands before one, may send. Each is refused where its twin is taken.
enum Lie: String, CaseIterable, Sendable {
    case audienceOfAnother, audienceAmongOthers, partyOfAnother
    case issuerOfAnother, issuerWithASlash
    case nonceOfAnother, nonceMissing
    case unsigned, signedByThePublicKey, signedByAnotherHash, signedByAnotherKey, algorithmOfAnotherKey
    case keyUnknown, keyUnnamed, altered, extensionUnknown
    case expired, endless, notYet, madeLater
    case levelMissing, levelTooLow
    case subjectMissing, subjectTooLong
    case presenceMissing, presenceOld, presenceToCome
    case sendsNoToken, sendsNonsense, sendsSignOut, describesAnother, namesAnother
    case madeLongAgo, eventMissing, eventOfAnother, eventWithoutBody, nonceAlong, nobodyMeant, sessionTooLong
    case numberMissing, typeOfAnother

    /// Where it is asked to have somebody sign in anew.
    static let ofPresence = [presenceMissing, presenceOld, presenceToCome]
    static let ofToken = allCases.filter {
        $0 != .describesAnother && !ofPresence.contains($0) && !ofSignOutAlone.contains($0)
    }
    /// Where it says that somebody has signed out there.
    static let ofSignOutAlone = [
        madeLongAgo, eventMissing, eventOfAnother, eventWithoutBody, nonceAlong, nobodyMeant, sessionTooLong,
        numberMissing, typeOfAnother,
    ]
    static let ofSignOut =
        ofSignOutAlone + [
            audienceOfAnother, audienceAmongOthers, partyOfAnother, issuerOfAnother, issuerWithASlash, unsigned,
            signedByThePublicKey, signedByAnotherHash, signedByAnotherKey, algorithmOfAnotherKey, keyUnknown,
            keyUnnamed,
            altered, extensionUnknown, expired, endless, notYet, madeLater, subjectTooLong, sendsNonsense,
        ]
}

/// A provider's keys: one of each kind that is taken, and some that must not stop the rest from being read.
struct ProviderKeys: Sendable {
    /// Made once: a pair of RSA takes longer than most tests.
    static let shared = Result { try ProviderKeys() }
    let rsa: _RSA.Signing.PrivateKey
    let other: P256.Signing.PrivateKey
    let ec = P256.Signing.PrivateKey()

    init() throws {
        rsa = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        other = P256.Signing.PrivateKey()
    }

    var published: [[String: Any]] {
        let point = ec.publicKey.x963Representation
        let numbers = try? rsa.publicKey.getKeyPrimitives()
        return [
            [
                "kty": "RSA", "kid": "rsa", "use": "sig", "n": numbers?.modulus.base64URL ?? "",
                "e": numbers?.publicExponent.base64URL ?? "",
            ],
            [
                "kty": "EC", "kid": "ec", "crv": "P-256", "alg": "ES256", "x": point[1..<33].base64URL,
                "y": point[33..<65].base64URL,
            ],
            ["kty": "oct", "kid": "shared", "k": Data("shared".utf8).base64URL],
            ["kty": "future", "kid": "future", "members": ["unknown": true]],
            ["kty": "RSA", "n": "AQAB", "e": "AQAB"],
        ]
    }
}

/// A token as a provider signs it: by RS256 unless a test asks for another way, true but for one lie.
struct ProviderToken {
    let text: String

    init(_ provider: StrictProvider, _ question: StrictProvider.Question) throws {
        let lie = provider.lie
        if lie == .sendsNonsense {
            text = "nonsense"
            return
        }
        text = try Self.signed(
            Self.header(lie, provider.algorithm), Self.claims(lie, provider, question), lie, provider)
    }

    /// With the lies that are about how a token is signed.
    static func signed(
        _ header: [String: Any], _ claims: [String: Any], _ lie: Lie?, _ provider: StrictProvider
    ) throws -> String {
        let signed = try Self.part(header) + "." + Self.part(claims)
        let signature = try Self.signature(of: signed, lie, provider)
        guard lie == .altered else { return signed + "." + signature }
        let other = claims.merging(["sub": "somebody-else"]) { $1 }
        return try Self.part(header) + "." + Self.part(other) + "." + signature
    }

    private static func part(_ members: [String: Any]) throws -> String {
        try JSONSerialization.data(withJSONObject: members, options: .sortedKeys).base64URL
    }

    static func header(_ lie: Lie?, _ algorithm: String) -> [String: Any] {
        let kid = algorithm == "ES256" ? "ec" : "rsa"
        switch lie {
        case .unsigned: return ["alg": "none", "kid": kid]
        case .signedByThePublicKey: return ["alg": "HS256", "kid": kid]
        case .signedByAnotherHash: return ["alg": "RS512", "kid": kid]
        case .signedByAnotherKey: return ["alg": "ES256", "kid": "ec"]
        case .algorithmOfAnotherKey: return ["alg": "ES256", "kid": "rsa"]
        case .keyUnknown: return ["alg": algorithm, "kid": "unknown"]
        case .keyUnnamed: return ["alg": algorithm]
        case .extensionUnknown: return ["alg": algorithm, "kid": kid, "crit": ["exp"]]
        default: return ["alg": algorithm, "kid": kid, "typ": "JWT"]
        }
    }

    private static func claims(
        _ lie: Lie?, _ provider: StrictProvider, _ question: StrictProvider.Question
    ) -> [String: Any] {
        let now = provider.now()
        var claims: [String: Any] = [
            "iss": provider.issuer, "sub": provider.subject, "aud": StrictProvider.client, "nonce": question.nonce,
            "iat": now, "exp": now + 300, "acr": "high", "tid": "directory", "oid": "object",
        ]
        claims["sid"] = provider.session
        // Who is not asked for again was let in by a session of an hour ago, of which nothing is said.
        if question.isAgain { claims["auth_time"] = now }
        switch lie {
        case .presenceMissing: claims["auth_time"] = nil
        case .presenceOld: claims["auth_time"] = now - 61
        case .presenceToCome: claims["auth_time"] = now + 61
        case .nonceOfAnother: claims["nonce"] = "another"
        case .nonceMissing: claims["nonce"] = nil
        case .levelMissing: claims["acr"] = nil
        case .levelTooLow: claims["acr"] = "low"
        case .subjectMissing: claims["sub"] = nil
        default: lieOfAll(lie, in: &claims, provider)
        }
        return claims
    }

    /// What can be wrong with a token whatever it is for.
    static func lieOfAll(_ lie: Lie?, in claims: inout [String: Any], _ provider: StrictProvider) {
        let now = provider.now()
        switch lie {
        case .audienceOfAnother: claims["aud"] = "another"
        case .audienceAmongOthers: claims["aud"] = [StrictProvider.client, "another"]
        case .partyOfAnother: claims["azp"] = "another"
        case .issuerOfAnother: claims["iss"] = "http://other.example"
        case .issuerWithASlash: claims["iss"] = provider.issuer + "/"
        case .expired: claims["exp"] = now - 60
        case .endless: claims["exp"] = nil
        case .notYet: claims["nbf"] = now + 61
        case .madeLater: claims["iat"] = now + 61
        case .subjectTooLong: claims["sub"] = String(repeating: "a", count: 256)
        default: break
        }
    }

    private static func signature(of text: String, _ lie: Lie?, _ provider: StrictProvider) throws -> String {
        let (keys, data) = (provider.keys, Data(text.utf8))
        switch lie {
        case .unsigned: return ""
        case .signedByThePublicKey:
            let key = SymmetricKey(data: Data(keys.rsa.publicKey.pemRepresentation.utf8))
            return Data(HMAC<SHA256>.authenticationCode(for: data, using: key)).base64URL
        case .signedByAnotherHash:
            return try keys.rsa.signature(for: SHA512.hash(data: data), padding: .insecurePKCS1v1_5)
                .rawRepresentation.base64URL
        case .signedByAnotherKey: return try keys.other.signature(for: data).rawRepresentation.base64URL
        case .algorithmOfAnotherKey: return try keys.ec.signature(for: data).rawRepresentation.base64URL
        default: break
        }
        switch provider.algorithm {
        case "ES256": return try keys.ec.signature(for: data).rawRepresentation.base64URL
        case "PS256":
            return try keys.rsa.signature(for: SHA256.hash(data: data), padding: .PSS).rawRepresentation.base64URL
        default:
            return try keys.rsa.signature(for: SHA256.hash(data: data), padding: .insecurePKCS1v1_5)
                .rawRepresentation.base64URL
        }
    }
}

/// What the provider says of itself.
struct ProviderDescription {
    let members: [String: Any]

    init(_ provider: StrictProvider) {
        members = [
            "issuer": provider.lie == .describesAnother ? "http://other.example" : provider.issuer,
            "authorization_endpoint": provider.issuer + "/authorise", "token_endpoint": provider.issuer + "/token",
            "jwks_uri": provider.issuer + "/keys", "authorization_response_iss_parameter_supported": true,
            "response_types_supported": ["code"],
        ]
    }
}
