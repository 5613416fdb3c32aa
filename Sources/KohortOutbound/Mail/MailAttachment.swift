/// A file that goes with a mail.
package struct MailAttachment: Hashable, Sendable {
    /// What it is to be kept as; no control characters, or the mail is refused.
    package let name: String
    /// Such as `application/xml`.
    package let mediaType: String
    package let bytes: [UInt8]

    package init(name: String, mediaType: String, bytes: [UInt8]) {
        (self.name, self.mediaType, self.bytes) = (name, mediaType, bytes)
    }
}
