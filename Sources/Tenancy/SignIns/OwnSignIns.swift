import KohortCore
import KohortStore

/// Where the reader is signed in, the latest use first.
package struct OwnSignIns: Query {
    package static let permission = Permission.signIn
    package let scope = Scope.consortium

    package init() {}

    package func fetch(in read: borrowing Read) throws -> [SignIn] {
        guard let own = SignIn.holder(read.actor) else { throw Rejection.forbidden }
        let terms = try SignInTerms.of(read.actor, in: read)
        let hasOwnWay = try OwnWays.has(read.actor, in: read)
        return try read.all(
            SignIn.self, "where \(own) and ended_at is null and expires_at > \(read.now) order by seen_at desc, id desc"
        ).filter { terms.admit($0, hasOwnWay: hasOwnWay, at: read.now) }
    }
}

/// Ends one of the reader's own sign-ins, from its next request on.
package struct EndOwnSignIn: Command {
    package static let permission = Permission.signIn
    package static let events: [any Event.Type] = [SignInsEnded.self]
    package var scope: Scope { .consortium }
    package let signIn: SignInID

    package init(signIn: SignInID) { self.signIn = signIn }

    package func perform(in write: borrowing Write) throws -> Done {
        guard let own = SignIn.holder(write.actor) else { throw Rejection.forbidden }
        let count = try write.execute(
            "update sign_in set ended_at = \(write.now) where id = \(signIn) and \(own) and ended_at is null")
        guard count > 0 else { throw Rejection.notFound }
        try write.record(SignInsEnded(of: write.actor, count: count))
        return Done()
    }
}

/// Ends all of the reader's sign-ins but the one that asks.
package struct EndOtherSignIns: Command {
    package static let permission = Permission.signIn
    package static let events: [any Event.Type] = [SignInsEnded.self]
    package var scope: Scope { .consortium }
    package let keeping: SignInID

    package init(keeping: SignInID) { self.keeping = keeping }

    package func perform(in write: borrowing Write) throws -> Done {
        try SignIn.endOthers(than: keeping, in: write)
        return Done()
    }
}

/// Ends all sign-ins of a person: what an administrator does when a device is lost.
package struct EndSignIns: Command {
    package static let permission = Permission.endSignIns
    package static let events: [any Event.Type] = [SignInsEnded.self]
    package var scope: Scope { .consortium }
    package let person: PersonID

    package init(person: PersonID) { self.person = person }

    package func perform(in write: borrowing Write) throws -> Done {
        _ = try write.find(Person.self, person)
        let actor = Actor.person(person)
        guard let held = SignIn.holder(actor) else { throw Rejection.notFound }
        let count = try write.execute(
            "update sign_in set ended_at = \(write.now) where \(held) and ended_at is null")
        try write.execute("delete from sign_in_link where \(held) and used_at is null")
        if count > 0 { try write.record(SignInsEnded(of: actor, count: count)) }
        return Done()
    }
}

extension SignIn {
    /// Ends all of the actor's but one.
    static func endOthers(than kept: SignInID, in write: borrowing Write) throws {
        guard let own = holder(write.actor) else { throw Rejection.forbidden }
        let count = try write.execute(
            "update sign_in set ended_at = \(write.now) where id <> \(kept) and \(own) and ended_at is null")
        if count > 0 { try write.record(SignInsEnded(of: write.actor, count: count)) }
    }

    /// The condition on the sign-ins of one holder; nil for who cannot be signed in.
    static func holder(_ actor: Actor) -> SQL? {
        switch actor {
        case .person(let id): "actor_kind = 'person' and actor_id = \(id)"
        case .applicant(let id): "actor_kind = 'applicant' and actor_id = \(id)"
        case .anonymous, .token, .operator, .system: nil
        }
    }
}

/// Sign-ins of one person or applicant were ended before their time.
package struct SignInsEnded: Event {
    package static let name = "tenancy.sign_ins.ended"
    /// Nil where they were an applicant's.
    package let person: PersonID?
    package let candidacy: CandidacyID?
    package let count: Int
    package var audience: Audience { .internal }

    package var subject: Subject {
        candidacy.map { Subject("candidacy", $0) } ?? Subject("person", person ?? .new())
    }

    init(of actor: Actor, count: Int) {
        self.count = count
        person = if case .person(let id) = actor { id } else { nil }
        candidacy = if case .applicant(let id) = actor { id } else { nil }
    }
}

extension Permission {
    package static let endSignIns = Permission("tenancy.sign_in.end")
}
