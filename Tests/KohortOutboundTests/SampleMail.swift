import KohortCore
import KohortOutbound
import Testing

extension Mail {
    /// An offer to an applicant in Norwegian, with any part of it changed.
    static func sample(
        from name: String = "Norra Norrland, trainee", to recipient: String = "Åse Bjørk", bounces: EmailAddress? = nil,
        subject: String = "Du har fått et tilbud", text: String = "Hei Åse,\n\n.punktum først\nSvar innen fredag.\n",
        html: String = "<p lang=\"nb\">Hei Åse</p>",
        attachments: [MailAttachment] = []
    ) throws -> Mail {
        Mail(
            from: Mailbox(try address("post@kohort.example"), name: name),
            to: Mailbox(try address("ase.bjork@example.org"), name: recipient), bounces: bounces, subject: subject,
            text: text, html: html, attachments: attachments,
            messageID: try #require(MailID("0190a6f2@kohort.example")),
            date: Instant(milliseconds: 1_297_724_399_999))
    }

    static func address(_ text: String) throws -> EmailAddress { try #require(EmailAddress(text)) }
}

extension ReceivedMail {
    /// What a reader makes of `Mail.sample()`.
    static var sample: ReceivedMail {
        ReceivedMail(
            headers: [
                ["From", "\"Norra Norrland, trainee\" <post@kohort.example>"],
                ["To", "Åse Bjørk <ase.bjork@example.org>"],
                ["Subject", "Du har fått et tilbud"],
                ["Date", "Mon, 14 Feb 2011 22:59:59 +0000"],
                ["Message-ID", "<0190a6f2@kohort.example>"],
                ["Auto-Submitted", "auto-generated"],
                ["MIME-Version", "1.0"],
                ["Content-Type", "multipart/alternative; boundary=\"=_kohort\""],
            ],
            moment: "2011-02-14T22:59:59+00:00",
            to: [["Åse Bjørk", "ase.bjork@example.org"]],
            parts: [
                ["text/plain", "Hei Åse,\r\n\r\n.punktum først\r\nSvar innen fredag.\r\n"],
                ["text/html", "<p lang=\"nb\">Hei Åse</p>"],
            ],
            defects: [])
    }

    func delivered(from sender: String, to recipients: String...) -> ReceivedMail {
        var mail = self
        mail.sender = sender
        mail.recipients = recipients
        return mail
    }
}
