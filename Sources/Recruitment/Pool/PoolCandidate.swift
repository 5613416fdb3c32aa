import KohortCore
import KohortStore

/// One line of the pool.
package struct PoolCandidate: Hashable, Sendable {
    package let candidacy: CandidacyID
    /// The registration number in the round.
    package let number: Int
    /// Submitted, or closed for those that are no longer to be had.
    package let state: CandidacyState
    package let name: String
    /// Where the candidate lives.
    package let place: String
    package let educationLevel: EducationLevel?
    package let educationField: String
    package let school: String
    package let graduationYear: Int?
    package let wishes: [PoolWish]
    /// What the employer said; nil while it has not looked.
    package let verdict: Verdict?
    /// The place in the employer's own list, from 1.
    package let rank: Int?
    /// Where the employer's latest offer to them stands.
    package let offer: OfferState?
}

/// The columns of a line that lie in one row.
struct PoolRow {
    static let columns: SQL = """
        c.id, c.number, c.state, c.name, c.place, c.education_level, c.education_field, c.school, c.graduation_year,
            a.verdict, r.position
        """

    let candidacy: CandidacyID
    let number: Int
    let state: CandidacyState
    let name, place: String
    let educationLevel: EducationLevel?
    let educationField, school: String
    let graduationYear: Int?
    let verdict: Verdict?
    let rank: Int?

    init(_ tuple: borrowing Tuple) throws {
        candidacy = try tuple[0]
        number = try tuple[1]
        state = try tuple[2]
        name = try tuple[3]
        place = try tuple[4]
        educationLevel = EducationLevel(rawValue: try tuple[5])
        educationField = try tuple[6]
        school = try tuple[7]
        graduationYear = try tuple[8]
        verdict = try tuple[9]
        rank = try tuple[10]
    }
}

extension PoolCandidate {
    init(_ row: PoolRow, wishes: [PoolWish], offer: OfferState?) {
        (candidacy, number, state) = (row.candidacy, row.number, row.state)
        (name, place, school) = (row.name, row.place, row.school)
        (educationLevel, educationField) = (row.educationLevel, row.educationField)
        (graduationYear, verdict, rank) = (row.graduationYear, row.verdict, row.rank)
        (self.wishes, self.offer) = (wishes, offer)
    }
}
