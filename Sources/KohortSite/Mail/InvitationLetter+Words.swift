import KohortApp
import KohortCore
import Tenancy

extension LetterDesk {
    /// That somebody has a role, and where to sign in. Who signs in with factors or at a provider is sent there, since no
    /// mail goes around that.
    func invitation(_ letter: InvitationLetter) async throws -> LetterPage? {
        guard let asked = try await fetch(InvitationAsked(person: letter.person)) else { return nil }
        let words = try await words(asked.person.language, to: asked.person.name, asked.person.email)
        let consortium = words.consortium.name.text(in: words.language)
        return words.letter(
            words.text("mail.invitation.subject", ["consortium": consortium]),
            [
                LetterParagraph(words.text("mail.invitation.text", ["consortium": consortium])),
                LetterParagraph(try await facts(asked.roles, words)), try await way(asked, words),
            ])
    }

    private func way(_ asked: InvitationAsked.Found, _ words: LetterWords) async throws -> LetterParagraph {
        if asked.hasOwnWay {
            let page = "\(site.kohort.settings.baseURL)/\(open.tenant.slug)/sign-in"
            return LetterParagraph(words.text("mail.invitation.own_way"), link: page)
        }
        let secret = Secret()
        _ = try await perform(AnswerInvitation(person: asked.person.id, linkHash: secret.hash))
        return LetterParagraph(
            words.text("mail.invitation.link"), link: site.kohort.signInLink(secret, open.tenant.slug))
    }

    private func facts(_ roles: [InvitePerson.GrantedRole], _ words: LetterWords) async throws -> [FactLine] {
        let organisations = try await site.consortia.current(open, at: now).organisations
        return roles.map { granted in
            let place = granted.scope.organisation.flatMap { id in organisations.first { $0.id == id } }
            return FactLine(
                words.text("role.\(granted.role.rawValue)"),
                place?.name.text(in: words.language) ?? words.consortium.name.text(in: words.language))
        }
    }
}
