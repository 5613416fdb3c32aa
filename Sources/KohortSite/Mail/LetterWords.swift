import KohortCore
import KohortOutbound
import KohortWeb
import Tenancy

/// The words of letters to one person, in their language and their consortium's time.
struct LetterWords: Sendable {
    let site: Site
    let consortium: ConsortiumProfile
    let language: Language
    let name: String
    let email: EmailAddress

    var format: Format { Format(language: language, zone: consortium.timeZone) }

    func text(_ key: String, _ values: [String: String] = [:]) -> String {
        site.texts.text(key, in: language, values) ?? key
    }

    func letter(_ subject: String, _ paragraphs: [LetterParagraph]) -> LetterPage {
        LetterPage(
            consortium: consortium, language: language, to: Mailbox(email, name: name), subject: subject,
            greeting: text("mail.greeting", ["name": name]), paragraphs: paragraphs,
            farewell: text("mail.farewell", ["consortium": consortium.name.text(in: language)]))
    }
}

extension LetterDesk {
    func words(_ language: Language, to name: String, _ email: EmailAddress) async throws -> LetterWords {
        let consortium = try await site.consortia.current(open, at: now).profile
        return LetterWords(site: site, consortium: consortium, language: language, name: name, email: email)
    }
}
