import KohortCore

/// One mail to one person, in plain text and HTML that say the same.
package struct Mail: Hashable, Sendable {
    package let from: Mailbox
    package let to: Mailbox
    /// Where failed deliveries are reported (the envelope's sender); the sender's own address unless given.
    package let bounces: EmailAddress
    package let subject: String
    package let text: String
    package let html: String
    package let attachments: [MailAttachment]
    /// The same at every attempt, so that a mail sent twice can be told as one.
    package let messageID: MailID
    package let date: Instant

    package init(
        from: Mailbox, to: Mailbox, bounces: EmailAddress? = nil,
        subject: String, text: String, html: String, attachments: [MailAttachment] = [],
        messageID: MailID, date: Instant
    ) {
        self.from = from
        self.to = to
        self.bounces = bounces ?? from.address
        self.subject = subject
        self.text = text
        self.html = html
        self.attachments = attachments
        self.messageID = messageID
        self.date = date
    }
}
