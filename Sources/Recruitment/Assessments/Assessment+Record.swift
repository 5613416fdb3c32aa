import KohortCore
import KohortStore

extension Assessment: Record {
    package static let table: StaticString = "assessment"
    /// The key is the first two together, so that `put` and not `update` replaces one.
    package static let columns: [StaticString] = [
        "candidacy", "organisation", "verdict", "reasons", "note", "assessed_at",
    ]

    package init(_ tuple: borrowing Tuple) throws {
        candidacy = try tuple[0]
        organisation = try tuple[1]
        verdict = try tuple[2]
        reasons = (try tuple[3] as KeptJSON<[AssessmentReason]>).value
        note = try tuple[4]
        assessedAt = try tuple[5]
    }

    package var values: [SQLValue] {
        [
            candidacy.sqlValue, organisation.sqlValue, verdict.sqlValue, StoredJSON(reasons).sqlValue, note.sqlValue,
            assessedAt.sqlValue,
        ]
    }

    /// Puts this in the place of what the employer thought before.
    func put(in write: borrowing Write) throws {
        try write.execute("delete from assessment where candidacy = \(candidacy) and organisation = \(organisation)")
        try write.insert(self)
    }
}
