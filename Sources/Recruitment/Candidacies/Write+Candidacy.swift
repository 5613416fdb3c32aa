import KohortCore
import KohortStore

extension Write {
    /// Makes a draft for the form's person. Whether the person has another candidacy is nobody's to learn from it.
    func start(_ id: CandidacyID, in round: Round, _ form: CheckedForm) throws -> Candidacy {
        guard try first(Candidacy.self, "where id = \(id)") == nil else { throw Rejection.conflict("candidacy.exists") }
        let candidacy = Candidacy(
            id: id, round: round.id, person: try person(of: form), state: .draft,
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
        (changed.person, changed.changedAt) = (try person(of: form), now)
        if candidacy.number != nil { changed = try standing(changed) }
        try update(changed)
        try Wishes.replace(form.wishes, of: candidacy.id, in: self)
        try recordChange(of: changed)
        if changed.repeats != candidacy.repeats { try recordStanding(of: changed, wishes: form.wishes.count) }
        return changed
    }

    /// Registers a draft under the round's next number; the one of a person that came first counts.
    func submit(_ draft: Candidacy, wishes: Int) throws -> Candidacy {
        let last = try count("select coalesce(max(number), 0) from candidacy where round = \(draft.round)")
        let submitted = try standing(try draft.submitted(as: last + 1, at: now))
        try update(submitted)
        try recordStanding(of: submitted, wishes: wishes)
        return submitted
    }

    func recordChange(of candidacy: Candidacy) throws {
        try record(
            CandidacyChanged(candidacy: candidacy.id, round: candidacy.round, isDraft: candidacy.state == .draft))
    }

    private func person(of form: CheckedForm) throws -> PersonID {
        try ask(ApplicantDirectory.self).enrol(form.details.email, form.details.name, form.language, self)
    }
}

extension Candidacy {
    /// Addresses are equal without regard to case; a change of case is a change all the same.
    fileprivate func isWritten(as other: Candidacy) -> Bool {
        self == other && details.email.text == other.details.email.text
    }
}
