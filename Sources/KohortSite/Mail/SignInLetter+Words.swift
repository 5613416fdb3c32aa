import KohortApp
import KohortCore
import Tenancy

extension LetterDesk {
    /// The links that somebody asked for: one as the person that they are, one for each of their applications. Nil when
    /// the address is nobody's.
    func signIn(_ letter: SignInLetter) async throws -> LetterPage? {
        guard let asked = try await fetch(SignInAsked(request: letter.request)) else { return nil }
        let words = try await words(asked.language, to: asked.name, asked.email)
        let ways = ways(asked, words)
        let links = ways.compactMap(\.link)
        if !links.isEmpty { _ = try await perform(AnswerSignIn(request: letter.request, links: links)) }
        let consortium = words.consortium.name.text(in: words.language)
        var paragraphs = ways.map(\.paragraph)
        if !links.isEmpty { paragraphs.append(LetterParagraph(words.text("mail.sign_in.once"))) }
        return words.letter(
            words.text("mail.sign_in.subject", ["consortium": consortium]),
            paragraphs + [LetterParagraph(words.text("mail.sign_in.unasked"))])
    }

    private typealias Way = (paragraph: LetterParagraph, link: AnswerSignIn.Link?)

    private func ways(_ asked: SignInAsked.Found, _ words: LetterWords) -> [Way] {
        let own = asked.person.map { person in
            asked.isStaff
                ? (LetterParagraph(words.text("mail.sign_in.staff"), link: page), nil)
                : way(words.text("mail.sign_in.person"), .person(person))
        }
        let applications = asked.candidacies.map { entry in
            let number = entry.number.map { ["number": words.format.number($0)] }
            let text = number.map { words.text("mail.sign_in.application", $0) } ?? words.text("mail.sign_in.draft")
            return way(text, .applicant(entry.candidacy))
        }
        return [own].compactMap(\.self) + applications
    }

    private func way(_ text: String, _ actor: Actor) -> Way {
        let secret = Secret()
        let link = site.kohort.signInLink(secret, open.tenant.slug)
        return (LetterParagraph(text, link: link), AnswerSignIn.Link(actor: actor, secretHash: secret.hash))
    }

    private var page: String { "\(site.kohort.settings.baseURL)/\(open.tenant.slug)/sign-in" }
}
