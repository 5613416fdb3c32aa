import KohortApp
import KohortCore
import KohortStore
import KohortWeb
import Recruitment
import Tenancy

/// The candidacy that a form becomes, with the key of its private link. Sending the form a second time, by impatience
/// or after going back, changes that candidacy and never makes another.
struct ApplicationPass: Sendable {
    let candidacy: CandidacyID
    let key: String

    /// For a form that is opened.
    init(_ visit: Visit) { self.init(visit.newID(), visit) }

    init(_ candidacy: CandidacyID, _ visit: Visit) {
        self.candidacy = candidacy
        key = visit.site.kohort.links.key(for: candidacy, of: visit.open.tenant.id)
    }

    /// The one that a form brings; nil when it brings none, or one that was not made here.
    init?(_ form: Form, _ visit: Visit) {
        guard let candidacy = CandidacyID(form.text("candidacy")),
            visit.site.kohort.links.opens(candidacy, of: visit.open.tenant.id, with: form.text("key"))
        else { return nil }
        self.init(candidacy, visit)
    }

    /// What the seals of its documents are for.
    func purpose(_ visit: Visit) -> String { "document:\(visit.open.tenant.id):\(candidacy)" }
}
