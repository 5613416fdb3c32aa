import KohortApp
import KohortCore
import KohortOutbound
import KohortWeb
import NIOCore
import Tenancy

/// A letter as it is written, before it is laid out: who it is for, and what it says, paragraph by paragraph.
struct LetterPage: Page {
    static let template = "mail/letter"
    let consortium: ConsortiumProfile
    let language: Language
    let to: Mailbox
    let subject: String
    let greeting: String
    let paragraphs: [LetterParagraph]
    let farewell: String
    var attachments: [MailAttachment] = []

    static let fields: [String: PageField<Self>] = [
        "language": .text { $0.language.rawValue },
        "subject": .text { $0.subject },
        "greeting": .text { $0.greeting },
        "paragraphs": .list { $0.paragraphs },
        "farewell": .text { $0.farewell },
    ]
}

/// One paragraph: a sentence or two, some facts, or a link alone on its line.
struct LetterParagraph: PageModel {
    let text: String?
    let facts: [FactLine]
    let link: String?

    init(_ text: String) { (self.text, facts, link) = (text, [], nil) }
    init(_ facts: [FactLine]) { (text, self.facts, link) = (nil, facts, nil) }
    /// What the link leads to, and the link itself.
    init(_ text: String, link: String) { (self.text, facts, self.link) = (text, [], link) }

    static let fields: [String: PageField<Self>] = [
        "text": .text { $0.text },
        "anyFacts": .flag { !$0.facts.isEmpty },
        "facts": .list { $0.facts },
        "link": .text { $0.link },
    ]

    /// The same in plain text.
    var plain: String {
        let lines = facts.map { "\($0.name): \($0.value)" }
        return ([text, lines.isEmpty ? nil : lines.joined(separator: "\n"), link] as [String?])
            .compactMap(\.self).joined(separator: "\n")
    }
}

extension LetterPage {
    /// As it goes out, in plain text and HTML that say the same.
    func mail(_ message: MessageID, from: EmailAddress, at now: Instant, site: Site) throws -> Mail {
        let name = consortium.sender?.name ?? consortium.name.text(in: language)
        return Mail(
            from: Mailbox(consortium.sender?.address ?? from, name: name), to: to, bounces: from, subject: subject,
            text: plain, html: String(buffer: try site.templates.render(self, in: language)), attachments: attachments,
            messageID: try site.mailID(of: message), date: now)
    }

    private var plain: String {
        ([greeting] + paragraphs.map(\.plain) + [farewell]).joined(separator: "\n\n") + "\n"
    }
}

extension Site {
    /// The same at every attempt to send a message.
    func mailID(of message: MessageID) throws -> MailID {
        // The host may be an address in brackets, which is no name.
        guard let id = MailID("\(message)@\(origin.host)") ?? MailID("\(message)@kohort.invalid") else {
            throw UnknownLetter(kind: "\(message)")
        }
        return id
    }

    /// The private link of a candidacy as it is written in a mail, with its key.
    func privateLink(_ candidacy: CandidacyID, of tenant: Tenant) -> String {
        let key = kohort.links.key(for: candidacy, of: tenant.id)
        return "\(kohort.settings.baseURL)/\(tenant.slug)/candidacies/\(candidacy)/\(key)"
    }
}
