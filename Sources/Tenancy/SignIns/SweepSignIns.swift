import KohortCore
import KohortStore

extension Permission {
    package static let sweepSignIns = Permission("tenancy.sign_in.sweep")
}

/// Removes one-time links that open nothing any more, requests for them that nobody answers any more, words of providers
/// that would not be believed again anyway, and sign-ins that ended long ago. All answer as if they had never been, before
/// and after, so there is nothing for the journal to remember.
package struct SweepSignIns: Command {
    package static let permission = Permission.sweepSignIns
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }
    /// The journal names sign-ins; for as long as somebody may ask whose one was, it is kept.
    static let keptDays = 90

    package init() {}

    package func perform(in write: borrowing Write) throws -> Done {
        try write.execute("delete from sign_in_link where used_at is not null or expires_at <= \(write.now)")
        let unanswered = write.now.adding(.zero - SignInRequest.lasting)
        try write.execute("delete from sign_in_request where asked_at <= \(unanswered)")
        try write.execute("delete from provider_ending where until <= \(write.now)")
        try AddressChange.sweep(in: write)
        let oldest = write.now.adding(days: -Self.keptDays)
        let forgotten: SQL = "select id from sign_in where expires_at <= \(oldest) or ended_at <= \(oldest)"
        try write.execute("delete from provider_session where sign_in in (\(forgotten))")
        try write.execute("delete from sign_in where id in (\(forgotten))")
        return Done()
    }
}
