import KohortCore
import KohortStore

/// By what somebody showed who they are.
package enum Means: String, Hashable, Sendable, Codable, CaseIterable, Storable {
    /// A link mailed to their address, opened in the browser that asked for it.
    case mailedLink = "mailed_link"
    /// Having sent an application from this browser just now.
    case application
    /// A one-time link that the operator made.
    case operatorLink = "operator_link"
    case invitation
    /// A password together with a second factor.
    case password
    /// An account at an identity provider of the tenant's.
    case provider
    /// The same, and they signed in there just now: the provider asked them again, or says when they did.
    case providerAnew = "provider_anew"

    package var strength: Strength {
        switch self {
        case .mailedLink, .application: .mailbox
        case .invitation: .invited
        case .operatorLink: .vouched
        case .password, .provider, .providerAnew: .proven
        }
    }

    /// Whether it says that they were there when the sign-in was opened. An account alone does not: its provider lets in
    /// whoever sits before a browser in which somebody signed in earlier.
    package var showsPresence: Bool { self != .provider }
}

/// How strongly somebody showed who they are.
package enum Strength: Int, Hashable, Sendable, Comparable {
    /// They can read the mail of an address.
    case mailbox
    /// They can read the mail of an address, and somebody who may do so gave it a role.
    case invited
    /// The operator let them in by hand, once.
    case vouched
    /// Two factors, or a provider that answers for them.
    case proven

    package static func < (weaker: Strength, stronger: Strength) -> Bool { weaker.rawValue < stronger.rawValue }
}
