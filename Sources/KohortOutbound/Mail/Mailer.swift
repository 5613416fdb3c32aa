/// Sends mail; what comes back says whether to try again.
package protocol Mailer: Sendable {
    /// Never throws: a mail that cannot be written is refused like one that the server refuses.
    func send(_ mail: Mail) async -> MailOutcome
}

/// How one attempt to send a mail ended.
package enum MailOutcome: Hashable, Sendable {
    /// A server has taken the mail upon itself.
    case sent
    /// It may go better later. After a lost connection or a timeout the mail may have arrived all the same.
    case retry(MailFailure)
    /// This mail will never be taken.
    case refused(MailFailure)
}
