import KohortCore

/// A second application with the same address in a round. Whoever sends it is answered as the first time and can go on
/// with it, since any other answer would tell whose address has applied; to everybody else it is withdrawn.
extension Candidacy {
    var stateToHolder: CandidacyState { repeats == nil ? state : .submitted }

    /// As its holder sees it in a round that may have been closed.
    func shownToHolder(in round: Round) -> Candidacy {
        if repeats == nil { return self }
        var shown = self
        (shown.state, shown.endedAt) = round.closedAt == nil ? (.submitted, nil) : (.closed, round.closedAt)
        return shown
    }

    /// Set aside for the one that counts, or counting from now on.
    func counting(unless first: CandidacyID?) -> Candidacy {
        var candidacy = self
        (candidacy.state, candidacy.repeats) = (first == nil ? .submitted : .withdrawn, first)
        return candidacy
    }
}
