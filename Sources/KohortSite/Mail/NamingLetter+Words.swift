import Delivery
import KohortApp
import KohortCore
import Tenancy

extension LetterDesk {
    /// To whom a trainee was given, or who is one: who named them for what, and the way in. Nil when it holds no more.
    func naming(_ letter: NamingLetter) async throws -> LetterPage? {
        let named = try await fetch(NamedInLetter(letter: letter))
        let words = try await words(named.contact.language, to: named.contact.name, named.contact.email)
        let kind = "mail.naming.\(letter.part.rawValue)"
        let consortium = words.consortium.name.text(in: words.language)
        let values = [
            "trainee": named.trainee.name, "employer": named.employer, "consortium": consortium,
            "by": named.by ?? consortium,
        ]
        let facts = [
            letter.part == .trainee ? nil : FactLine(words.text("mail.naming.trainee"), named.trainee.name),
            FactLine(words.text("mail.naming.employer"), named.employer),
            named.host.map { FactLine(words.text("mail.naming.host"), $0) },
            FactLine(words.text("mail.naming.period"), words.format.days(named.period.start, named.period.lastDay)),
        ].compactMap(\.self)
        return words.letter(
            words.text(kind + ".subject", values),
            [
                LetterParagraph(words.text(kind + ".text", values)), LetterParagraph(facts),
                LetterParagraph(words.text("mail.naming.way"), link: entrance),
                LetterParagraph(words.text("mail.naming.wrong", values)),
            ])
    }

    /// Where somebody asks for a link to sign in by.
    private var entrance: String { "\(site.kohort.settings.baseURL)/\(open.tenant.slug)/sign-in" }
}
