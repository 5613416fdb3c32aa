import KohortApp
import KohortCore
import Recruitment

extension LetterDesk {
    /// An offer: of what, by whom, and until when it can be answered. Nil when it no longer stands.
    func offer(_ letter: OfferLetter) async throws -> LetterPage? {
        let made = try await fetch(OfferInLetter(offer: letter.offer))
        guard made.offer.state == .open else { return nil }
        let words = try await words(made.language, to: made.name, made.email)
        let facts = [
            FactLine(words.text("vacancy.employer"), made.employer.name),
            FactLine(words.text("vacancy.place"), made.place),
            FactLine(words.text("fact.contract"), words.text("contract.\(made.offer.contract.rawValue)")),
            FactLine(words.text("offer.answer_by"), words.format.day(made.deadline.date)),
        ]
        let link = site.privateLink(made.offer.candidacy, of: open.tenant)
        return words.letter(
            words.text("mail.offer.subject", ["employer": made.employer.name]),
            [
                LetterParagraph(words.text("mail.offer.text", ["employer": made.employer.name, "title": made.title])),
                LetterParagraph(facts), LetterParagraph(words.text("mail.offer.link"), link: link),
                LetterParagraph(words.text("mail.private")),
            ])
    }
}
