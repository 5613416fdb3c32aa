/// Why a sign-in by a provider, or its end, came to nothing.
package enum ProviderProblem: String, Error, Sendable, CaseIterable {
    /// An address that this installation does not call.
    case url
    /// It does not answer, or not with what was asked for.
    case unreachable
    /// Its description of itself is not readable, or is of another issuer.
    case metadata
    /// It does not take the code.
    case exchange
    /// What it sent is no token.
    case token
    /// A signature by an algorithm that is not taken.
    case algorithm
    /// A key that it does not publish.
    case key
    case signature
    case issuer
    case audience
    /// The token's time is over.
    case expired
    /// The token's time has not come.
    case early
    /// A token that answers another sign-in.
    case nonce
    /// The person proved who they are less surely than is asked for here.
    case acr
    /// It does not say that the person signed in there just now, where that is what was asked.
    case presence
    /// A token that was made for something else.
    case purpose
    /// A token that has come before, or has nothing by which that could be told.
    case repeated
    /// It does not say who has signed in, or out.
    case subject
}
