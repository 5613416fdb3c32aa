import HTTPTypes
import KohortCore
import KohortOutbound

/// Why somebody does not come in by a provider, as far as they can do something about it.
enum ProviderTrouble: String, CaseIterable {
    /// Nothing was asked for from this browser, or it was too long ago, or it was answered before.
    case stale
    /// They broke it off there, or the provider did.
    case cancelled
    case unreachable
    /// What came back does not hold.
    case untrusted
    /// They proved who they are less surely than is asked for.
    case level
    /// They were to sign in there just now, and it does not say that they did.
    case presence
    /// Nobody here has this identity.
    case unlinked
    /// The provider is not for all that they are here.
    case unfit
    /// Somebody else here has this identity.
    case taken
    case many

    init(_ problem: ProviderProblem) {
        switch problem {
        case .unreachable, .url, .metadata: self = .unreachable
        case .acr: self = .level
        case .presence: self = .presence
        case .exchange, .token, .algorithm, .key, .signature, .issuer, .audience, .expired, .early, .nonce, .subject,
            .purpose, .repeated:
            self = .untrusted
        }
    }

    /// Nil for what is no trouble with providers.
    init?(_ rejection: Rejection) {
        switch rejection {
        case .conflict("provider.not_linked"): self = .unlinked
        case .conflict("provider.not_for_you"): self = .unfit
        case .conflict("provider.linked_elsewhere"): self = .taken
        case .conflict("provider.too_many"): self = .many
        default: return nil
        }
    }

    var status: HTTPResponse.Status {
        switch self {
        case .stale, .cancelled: .badRequest
        case .unreachable: .badGateway
        case .untrusted, .level, .presence, .unlinked, .unfit: .forbidden
        case .taken, .many: .conflict
        }
    }
}
