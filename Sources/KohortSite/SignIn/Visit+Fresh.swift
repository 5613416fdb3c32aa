import KohortCore
import Tenancy

extension Visit {
    /// Throws `conflict("signin.stale")` unless the visitor has only just shown who they are (ASVS 5.0.0, 7.5.1). The
    /// page of the form keeps what was typed: they sign in anew beside it and press again. `forbidden` for a stranger.
    func requireFresh() throws(Rejection) {
        guard identity.signIn != nil else { throw .forbidden }
        if !identity.isFresh(at: arrival) { throw .conflict("signin.stale") }
    }
}
