import KohortCore
import KohortStore

/// Who has applied, as recruitment knows them: an applicant signs in to a candidacy, not to an account.
package struct ApplicantBook: Sendable {
    package struct Entry: Hashable, Sendable {
        package let candidacy: CandidacyID
        /// Nil for a draft.
        package let number: Int?
        package let name: String
        package let email: EmailAddress
        package let language: Language

        package init(candidacy: CandidacyID, number: Int?, name: String, email: EmailAddress, language: Language) {
            (self.candidacy, self.number) = (candidacy, number)
            (self.name, self.email, self.language) = (name, email, language)
        }
    }

    /// The candidacies that a person has, as long as they are kept; the newest first.
    package let of: @Sendable (PersonID, borrowing Read) throws -> [Entry]
    package let find: @Sendable (CandidacyID, borrowing Read) throws -> Entry?

    package init(
        of: @escaping @Sendable (PersonID, borrowing Read) throws -> [Entry],
        find: @escaping @Sendable (CandidacyID, borrowing Read) throws -> Entry?
    ) {
        (self.of, self.find) = (of, find)
    }
}
