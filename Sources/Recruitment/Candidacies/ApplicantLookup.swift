import KohortCore
import KohortStore

/// What other modules ask about those who have applied; the composition joins these to their ports.
package enum ApplicantLookup {
    /// A person's candidacies, the newest first.
    package static func candidacies(of person: PersonID, in read: borrowing Read) throws -> [Candidacy] {
        try read.all(Candidacy.self, "where person = \(person) order by id desc")
    }

    package static func find(_ candidacy: CandidacyID, in read: borrowing Read) throws -> Candidacy? {
        try read.first(Candidacy.self, "where id = \(candidacy)")
    }
}
