import KohortApp
import KohortCore
import Recruitment

extension LetterDesk {
    /// Says that the address was used again, that the first application stands, and where it is. Nil when it no longer
    /// stands.
    func repetition(_ letter: RepeatLetter) async throws -> LetterPage? {
        let own = try await fetch(OwnCandidacy(candidacy: letter.candidacy))
        let candidacy = own.candidacy
        guard let number = candidacy.number, candidacy.state == .submitted else { return nil }
        let words = try await words(candidacy.language, to: candidacy.details.name, candidacy.details.email)
        let values = ["number": words.format.number(number), "time": words.format.exactTime(letter.at)]
        return words.letter(
            words.text("mail.repeat.subject"),
            [
                LetterParagraph(words.text("mail.repeat.text", values)),
                LetterParagraph(words.text("mail.repeat.stands", values)),
                LetterParagraph(
                    words.text("mail.repeat.link"), link: site.privateLink(candidacy.id, of: open.tenant)),
                LetterParagraph(words.text("mail.repeat.stranger")), LetterParagraph(words.text("mail.private")),
            ])
    }
}
