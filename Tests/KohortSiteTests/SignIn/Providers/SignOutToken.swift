import Foundation

/// A token by which a provider says that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0), true but
/// for one lie.
struct SignOutToken {
    static let event = "http://schemas.openid.net/event/backchannel-logout"
    let text: String

    init(
        _ provider: StrictProvider, subject: String? = "person-1", session: String? = nil, type: String? = "logout+jwt",
        number: String = UUID().uuidString, made: Int64 = 0
    ) throws {
        let lie = provider.lie
        if lie == .sendsNonsense {
            text = "nonsense"
            return
        }
        var header = ProviderToken.header(lie, provider.algorithm)
        header["typ"] = lie == .typeOfAnother ? "at+jwt" : type
        let now = provider.now() + made
        var claims: [String: Any] = [
            "iss": provider.issuer, "aud": StrictProvider.client, "iat": now, "exp": now + 120, "jti": number,
            "events": [Self.event: [String: String]()],
        ]
        (claims["sub"], claims["sid"]) = (subject, session)
        Self.lie(lie, in: &claims, provider)
        text = try ProviderToken.signed(header, claims, lie, provider)
    }

    private static func lie(_ lie: Lie?, in claims: inout [String: Any], _ provider: StrictProvider) {
        switch lie {
        case .madeLongAgo: (claims["iat"], claims["exp"]) = (provider.now() - 360, provider.now() + 120)
        case .eventMissing: claims["events"] = nil
        case .eventOfAnother: claims["events"] = ["http://schemas.openid.net/event/another": [String: String]()]
        case .eventWithoutBody: claims["events"] = [event: "yes"]
        case .nonceAlong: claims["nonce"] = "a nonce"
        case .nobodyMeant: (claims["sub"], claims["sid"]) = (nil, nil)
        case .sessionTooLong: claims["sid"] = String(repeating: "a", count: 256)
        case .numberMissing: claims["jti"] = nil
        default: ProviderToken.lieOfAll(lie, in: &claims, provider)
        }
    }
}
