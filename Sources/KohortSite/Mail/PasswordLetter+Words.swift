import KohortApp
import KohortCore
import Tenancy

extension LetterDesk {
    /// That a password was set, changed or removed, and what to do if it was somebody else.
    func password(_ letter: PasswordLetter) async throws -> LetterPage? {
        let person = try await fetch(PasswordOwner(person: letter.person))
        let words = try await words(person.language, to: person.name, person.email)
        return words.letter(
            words.text("mail.password.subject"),
            [
                LetterParagraph(words.text(letter.isFirst ? "mail.password.first" : "mail.password.text")),
                LetterParagraph(words.text("mail.password.not_you")),
            ])
    }
}
