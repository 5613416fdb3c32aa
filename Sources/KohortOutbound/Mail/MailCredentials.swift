/// A user and password for the mail server; the password shows in no description.
package struct MailCredentials: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    let user: String
    let password: String

    /// Nil when either is empty, longer than 1,000 bytes, or holds a control character.
    package init?(user: String, password: String) {
        let isUsable = [user, password].allSatisfy { text in
            (1...1000).contains(text.utf8.count) && !text.unicodeScalars.contains(where: \.isControl)
        }
        guard isUsable else { return nil }
        self.user = user
        self.password = password
    }

    package var description: String { "MailCredentials" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
