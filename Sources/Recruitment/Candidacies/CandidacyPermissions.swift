import KohortCore

extension Permission {
    /// To start a candidacy, as a draft or sent in at once. Everyone has it.
    package static let startCandidacy = Permission("recruitment.candidacy.start")
    /// To change, submit and complete one's own.
    package static let changeCandidacy = Permission("recruitment.candidacy.change")
    package static let withdrawCandidacy = Permission("recruitment.candidacy.withdraw")
    package static let readOwnCandidacy = Permission("recruitment.candidacy.read_own")
    /// To open somebody's candidacy and its documents, as employer or lead.
    package static let openCandidacy = Permission("recruitment.candidacy.open")
}
