import KohortCore
import KohortStore

extension Write {
    /// A registered candidacy as it counts, or as the repetition of the person's one that does.
    func standing(_ candidacy: Candidacy) throws -> Candidacy {
        // As the index says it: for a bound value SQLite would prepare the statement anew each time.
        let counting: CandidacyID? = try read.first(
            """
            select id from candidacy where round = \(candidacy.round) and person = \(candidacy.person)
            and id <> \(candidacy.id) and number is not null and state <> 'withdrawn'
            """
        ) { try $0[0] }
        return candidacy.counting(unless: counting)
    }

    /// Says that a candidacy was registered, and to the owner of its address what became of it.
    func recordStanding(of candidacy: Candidacy, wishes: Int) throws {
        guard let number = candidacy.number else { return }
        guard let counting = candidacy.repeats else {
            try record(
                CandidacySubmitted(
                    candidacy: candidacy.id, round: candidacy.round, number: number, channel: candidacy.channel,
                    wishes: wishes))
            return try enqueue(ReceiptLetter(candidacy: candidacy.id))
        }
        try record(
            CandidacyRepeated(candidacy: candidacy.id, round: candidacy.round, number: number, repeats: counting))
        try tellOfRepeat(of: counting)
    }

    /// At most once a day, or the form would be a way to fill somebody's mailbox.
    private func tellOfRepeat(of candidacy: CandidacyID) throws {
        let isDue = try execute(
            """
            update candidacy set repeat_told_at = \(now) where id = \(candidacy)
            and (repeat_told_at is null or repeat_told_at <= \(now.adding(days: -1)))
            """)
        if isDue > 0 { try enqueue(RepeatLetter(candidacy: candidacy, at: now)) }
    }
}
