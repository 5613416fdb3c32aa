import KohortApp
import KohortCore
import Tenancy

extension LetterDesk {
    /// To the new address: the link that makes it the person's own.
    func newAddress(_ letter: NewAddressLetter) async throws -> LetterPage? {
        guard let asked = try await fetch(NewAddressAsked(person: letter.person)) else { return nil }
        let words = try await words(asked.person.language, to: asked.person.name, asked.email)
        let secret = Secret()
        _ = try await perform(AnswerNewAddress(person: letter.person, linkHash: secret.hash))
        let link = "\(site.kohort.settings.baseURL)/\(open.tenant.slug)\(AddressDesk.path)/\(secret.text)"
        return words.letter(
            words.text("mail.address.new.subject"),
            [
                LetterParagraph(words.text("mail.address.new.text"), link: link),
                LetterParagraph(words.text("mail.address.new.unasked")),
            ])
    }

    /// To the former address: that it is no longer the one, without the new one.
    func changedAddress(_ letter: AddressChangedLetter) async throws -> LetterPage? {
        guard let changed = try await fetch(FormerAddress(person: letter.person, askedAt: letter.askedAt)) else {
            return nil
        }
        let words = try await words(changed.person.language, to: changed.person.name, changed.former)
        return words.letter(
            words.text("mail.address.changed.subject"),
            [
                LetterParagraph(words.text("mail.address.changed.text")),
                LetterParagraph(words.text("mail.password.not_you")),
            ])
    }
}
