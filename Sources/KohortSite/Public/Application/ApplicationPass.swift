import KohortApp
import KohortCore
import KohortStore
import KohortWeb
import Recruitment
import Tenancy

/// The candidacy that a form becomes, with a proof that the form was made for it: another key than that of the
/// candidacy's own link, which opens far less. Sending the form a second time, by impatience or after going back,
/// changes that candidacy and never makes another.
struct ApplicationPass: Sendable {
    let candidacy: CandidacyID
    let key: String
    private static let purpose = "application form"

    /// For a form that is opened.
    init(_ visit: Visit) { self.init(visit.newID(), visit) }

    init(_ candidacy: CandidacyID, _ visit: Visit) {
        self.candidacy = candidacy
        key = visit.site.kohort.links.code(of: "\(visit.open.tenant.id):\(candidacy)", for: Self.purpose)
    }

    /// The one that a form brings; nil when it brings none, or one that was not made here.
    init?(_ form: Form, _ visit: Visit) {
        guard let candidacy = CandidacyID(form.text("candidacy")),
            visit.site.kohort.links.proves(
                form.text("key"), "\(visit.open.tenant.id):\(candidacy)", for: Self.purpose)
        else { return nil }
        self.init(candidacy, visit)
    }

    /// What the seals of its documents are for.
    func purpose(_ visit: Visit) -> String { "document:\(visit.open.tenant.id):\(candidacy)" }
}
