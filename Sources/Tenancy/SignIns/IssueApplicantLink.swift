import KohortCore
import KohortStore

/// Makes a one-time link for the applicant of a candidacy. Its secret is made by the caller and shown once.
package struct IssueApplicantLink: Command {
    package static let permission = Permission.issueApplicantLink
    package static let events: [any Event.Type] = []
    package var scope: Scope { .candidacy(candidacy) }
    package let candidacy: CandidacyID
    package let linkHash: String

    package init(candidacy: CandidacyID, linkHash: String) { (self.candidacy, self.linkHash) = (candidacy, linkHash) }

    package func perform(in write: borrowing Write) throws -> Done {
        guard try write.ask(ApplicantBook.self).find(candidacy, write.read) != nil else { throw Rejection.notFound }
        try SignInLink.issue(SignInLink(.issued, linkHash, for: .applicant(candidacy), at: write.now), in: write)
        return Done()
    }
}

extension Permission {
    package static let issueApplicantLink = Permission("tenancy.sign_in.issue")
}
