import KohortCore
import KohortStore

/// An application that has been held against its round.
struct CheckedForm {
    let details: ApplicantDetails
    let language: Language
    let channel: Slug?
    let wishes: [DemandID]
}

extension CandidacyForm {
    /// Holds the form against a round; throws all `problems` at once, with those that the caller found already.
    func checked(
        in round: Round, adding found: [FieldProblem] = [], _ read: borrowing Read
    ) throws -> CheckedForm {
        let vacancies: [DemandID] = try read.all(
            "select id from demand where round = \(round.id) and state = \(DemandState.approved)"
        ) { try $0[0] }
        var problems: [FieldProblem] = []
        let details = details(in: round.zone.date(at: read.now).year, problems: &problems)
        let channel = checkedChannel(among: try RoundChannels.of(round.id, in: read), problems: &problems)
        problems += Wishes.problems(
            wishes, vacancies: Set(vacancies), largestCount: round.settings.largestWishCount)
        problems += found
        guard let details, problems.isEmpty else { throw Rejection.invalid(problems) }
        return CheckedForm(details: details, language: language, channel: channel, wishes: wishes)
    }
}
