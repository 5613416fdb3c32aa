import KohortCore
import KohortStore

/// Says for one employer whether a candidacy of the released pool is qualified (ROM-6), in place of what it said
/// before. Who is not qualified gets at least one reason of the closed list.
package struct AssessCandidacy: Command {
    package static let permission = Permission.assessCandidacy
    package static let events: [any Event.Type] = [CandidacyAssessed.self]
    package static let longestNote = 2000
    package var scope: Scope { .organisation(organisation) }

    package let candidacy: CandidacyID
    package let organisation: OrganisationID
    package let verdict: Verdict
    package let reasons: [AssessmentReason]
    package let note: String

    package init(
        candidacy: CandidacyID, organisation: OrganisationID, verdict: Verdict, reasons: [AssessmentReason] = [],
        note: String = ""
    ) {
        (self.candidacy, self.organisation) = (candidacy, organisation)
        (self.verdict, self.reasons, self.note) = (verdict, reasons, note)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let (round, candidacy) = try ReleasedPool.deciding(candidacy, for: organisation, in: write.read)
        let assessment = Assessment(
            candidacy: candidacy.id, organisation: organisation, verdict: verdict,
            reasons: AssessmentReason.allCases.filter(reasons.contains), note: try checkedNote(), assessedAt: write.now)
        try assessment.put(in: write)
        try write.record(
            CandidacyAssessed(
                candidacy: candidacy.id, round: round.id, organisation: organisation, verdict: verdict,
                reasons: assessment.reasons))
        return Done()
    }

    private func checkedNote() throws -> String {
        var problems: [FieldProblem] = []
        switch verdict {
        case .notQualified where reasons.isEmpty: problems.append(FieldProblem("reasons", "assessment.reason_required"))
        case .qualified where !reasons.isEmpty: problems.append(FieldProblem("reasons", "assessment.reason_unwanted"))
        case .qualified, .notQualified: break
        }
        let note = WrittenText.prose(note, field: "note", limit: Self.longestNote, problems: &problems)
        try problems.throwIfAny()
        return note
    }
}
