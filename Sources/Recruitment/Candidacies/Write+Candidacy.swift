import KohortCore
import KohortStore

extension Write {
    /// Makes a draft for the form's person, who may have only one active candidacy in a round.
    func start(_ id: CandidacyID, in round: Round, _ form: CheckedForm) throws -> Candidacy {
        guard try first(Candidacy.self, "where id = \(id)") == nil else { throw Rejection.conflict("candidacy.exists") }
        let candidacy = Candidacy(
            id: id, round: round.id, person: try person(of: form, besides: id, in: round.id), state: .draft,
            language: form.language, channel: form.channel, details: form.details, createdAt: now, changedAt: now,
            purgeAfter: round.purgeAfter)
        try insert(candidacy)
        try Wishes.replace(form.wishes, of: id, in: self)
        try record(CandidacyStarted(candidacy: id, round: round.id))
        return candidacy
    }

    /// Puts what the form says into a candidacy; one that says the same already is left as it is.
    func change(_ candidacy: Candidacy, to form: CheckedForm) throws -> Candidacy {
        var changed = candidacy
        (changed.details, changed.language, changed.channel) = (form.details, form.language, form.channel)
        let isSame = try changed.isWritten(as: candidacy) && Wishes.of(candidacy.id, in: read) == form.wishes
        if isSame { return candidacy }
        changed.person = try person(of: form, besides: candidacy.id, in: candidacy.round)
        changed.changedAt = now
        try update(changed)
        try Wishes.replace(form.wishes, of: candidacy.id, in: self)
        try recordChange(of: changed)
        return changed
    }

    /// Registers a draft under the round's next number and sends its receipt.
    func submit(_ draft: Candidacy, wishes: Int) throws -> Candidacy {
        let last = try count("select coalesce(max(number), 0) from candidacy where round = \(draft.round)")
        let submitted = try draft.submitted(as: last + 1, at: now)
        try update(submitted)
        try record(
            CandidacySubmitted(
                candidacy: draft.id, round: draft.round, number: last + 1, channel: draft.channel, wishes: wishes))
        try enqueue(ReceiptLetter(candidacy: draft.id))
        return submitted
    }

    func recordChange(of candidacy: Candidacy) throws {
        try record(
            CandidacyChanged(candidacy: candidacy.id, round: candidacy.round, isDraft: candidacy.state == .draft))
    }

    private func person(of form: CheckedForm, besides candidacy: CandidacyID, in round: RoundID) throws -> PersonID {
        let details = form.details
        let person = try ask(ApplicantDirectory.self).enrol(details.email, details.name, form.language, self)
        let others = try count(
            """
            select count(*) from candidacy where round = \(round) and person = \(person)
            and state <> \(CandidacyState.withdrawn) and id <> \(candidacy)
            """)
        if others > 0 { throw Rejection.conflict("candidacy.exists") }
        return person
    }
}

extension Candidacy {
    /// Addresses are equal without regard to case; a change of case is a change all the same.
    fileprivate func isWritten(as other: Candidacy) -> Bool {
        self == other && details.email.text == other.details.email.text
    }
}
