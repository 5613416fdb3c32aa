import KohortApp
import KohortCore
import Recruitment

extension LetterDesk {
    /// The receipt of an application: its number, the time that counted, and the private link.
    func receipt(_ letter: ReceiptLetter) async throws -> LetterPage? {
        let own = try await fetch(OwnCandidacy(candidacy: letter.candidacy))
        let candidacy = own.candidacy
        guard let number = candidacy.number, let time = candidacy.submittedAt else { return nil }
        let words = try await words(candidacy.language, to: candidacy.details.name, candidacy.details.email)
        let places = own.wishes.map { "\($0.title), \($0.employer.name)" }.joined(separator: "; ")
        let facts = [
            FactLine(words.text("receipt.number"), words.format.number(number)),
            FactLine(words.text("receipt.time"), words.format.exactTime(time)),
            FactLine(words.text("candidacy.wishes"), places),
        ]
        let deadline = ["deadline": words.format.day(own.call.deadline.date)]
        return words.letter(
            words.text("mail.receipt.subject", ["number": words.format.number(number)]),
            [
                LetterParagraph(words.text("mail.receipt.thanks")), LetterParagraph(facts),
                LetterParagraph(
                    words.text("mail.receipt.link", deadline), link: site.privateLink(candidacy.id, of: open.tenant)),
                LetterParagraph(words.text("mail.private")),
            ])
    }
}
