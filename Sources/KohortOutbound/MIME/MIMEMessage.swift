import KohortCore

/// A mail as the bytes that go over the wire (RFC 5322, RFC 2045): 7-bit, lines of at most 998 bytes ended by CR LF.
struct MIMEMessage: Hashable, Sendable {
    let bytes: [UInt8]

    init(_ mail: Mail) throws(MIMEProblem) {
        let headers = try Self.headers(of: mail)
        let texts = Self.part("text/plain", mail.text) + Self.part("text/html", mail.html) + "--\(Self.boundary)--\r\n"
        let body = try mail.attachments.isEmpty ? "\r\n" + texts : Self.mixed(texts, mail.attachments)
        bytes = Array((headers + body).utf8)
    }

    /// Cannot stand in a part: there `=` is followed by a hexadecimal digit or the end of the line.
    private static let boundary = "=_kohort"
    /// Of the texts and the files, where there are files.
    private static let outerBoundary = "=_mixed_kohort"

    /// The texts as the first part, then each file.
    private static func mixed(_ texts: String, _ attachments: [MailAttachment]) throws(MIMEProblem) -> String {
        var body = "\r\n--\(outerBoundary)\r\n" + (try header("Content-Type", alternative)) + "\r\n" + texts
        for attachment in attachments {
            body += "--\(outerBoundary)\r\n" + (try AttachmentPart.text(of: attachment))
        }
        return body + "--\(outerBoundary)--\r\n"
    }

    private static let alternative = ["multipart/alternative;", "boundary=\"\(boundary)\""]

    private static func headers(of mail: Mail) throws(MIMEProblem) -> String {
        var lines = try header("From", words(of: mail.from, in: "From"))
        lines += try header("To", words(of: mail.to, in: "To"))
        lines += try header("Subject", HeaderWords.unstructured(mail.subject, in: "Subject"))
        lines += try header("Date", mail.date.mailDate)
        lines += try header("Message-ID", ["<\(mail.messageID)>"])
        lines += try header("Auto-Submitted", ["auto-generated"])
        lines += try header("MIME-Version", ["1.0"])
        let mixed = ["multipart/mixed;", "boundary=\"\(outerBoundary)\""]
        lines += try header("Content-Type", mail.attachments.isEmpty ? alternative : mixed)
        return lines
    }

    private static func header(_ name: String, _ words: [String]) throws(MIMEProblem) -> String {
        try HeaderWords.folded(words, in: name)
    }

    private static func words(of mailbox: Mailbox, in header: String) throws(MIMEProblem) -> [String] {
        guard let name = mailbox.name else { return [mailbox.address.text] }
        return try HeaderWords.phrase(name, in: header) + ["<\(mailbox.address.text)>"]
    }

    private static func part(_ type: String, _ text: String) -> String {
        """
        --\(boundary)\r
        Content-Type: \(type); charset=utf-8\r
        Content-Transfer-Encoding: quoted-printable\r
        \r
        \(QuotedPrintable.encode(text))\r

        """
    }
}
