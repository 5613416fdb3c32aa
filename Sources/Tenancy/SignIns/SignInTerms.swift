import KohortCore
import KohortStore

/// What a sign-in has to be and how long it lasts, by the kind of user: the one place where that stands (ASVS 5.0.0,
/// 7.3.1 and 7.3.2).
package struct SignInTerms: Hashable, Sendable {
    /// It ends when nothing was asked for so long.
    package let idle: Duration
    /// It ends so long after it was opened, whatever is asked.
    package let absolute: Duration
    package let weakest: Strength
    /// What is enough to come in for the first time: to set up a way in that is stronger, and for nothing else.
    let first: Strength

    package static let staff = SignInTerms(
        idle: .seconds(30 * 60), absolute: .seconds(12 * 60 * 60), weakest: .vouched, first: .invited)
    package static let others = SignInTerms(
        idle: .seconds(2 * 60 * 60), absolute: .seconds(7 * 24 * 60 * 60), weakest: .mailbox, first: .mailbox)
    /// What may be done only by somebody who has just shown who they are asks for a sign-in no older than this
    /// (ASVS 5.0.0, 7.5.1).
    package static let fresh = Duration.seconds(10 * 60)

    /// Of somebody with these roles: the strictest that any of them asks for.
    package static func of(_ roles: some Sequence<Role>) -> SignInTerms {
        roles.contains(where: \.isStaff) ? .staff : .others
    }

    /// Whether these means let somebody in: in full, or to set up a first way in of their own.
    func admit(_ means: Means, hasOwnWay: Bool) -> Bool {
        means.strength >= weakest || means.strength >= first && !hasOwnWay
    }

    func admit(_ signIn: SignIn, hasOwnWay: Bool, at now: Instant) -> Bool {
        admit(signIn.means, hasOwnWay: hasOwnWay) && now < signIn.startedAt.adding(absolute)
            && now < signIn.seenAt.adding(idle)
    }

    /// How late it may be noted that somebody was here, so that not every page they open writes.
    var noted: Duration { idle / 30 }
}

extension Role {
    /// Whether its holder works with other people's data. Others follow single trainees, or apply.
    package var isStaff: Bool { userKind == .staff }
}
