import KohortCore
import KohortTesting
import Testing

@testable import Tenancy

struct SignInTermsTests {
    private static let staff: Set<Role> = [.lead, .committee, .coordinator, .finance]

    @Test(arguments: Role.allCases)
    func `are thirty minutes and twelve hours for staff, two hours and seven days for all others`(_ role: Role) {
        let terms = SignInTerms.of([role])
        let isStaff = Self.staff.contains(role)
        #expect(terms.idle == .seconds(isStaff ? 30 * 60 : 2 * 60 * 60))
        #expect(terms.absolute == .seconds((isStaff ? 12 : 7 * 24) * 60 * 60))
    }

    @Test func `are an applicant's the others', and the strictest of several roles`() {
        #expect(SignInTerms.of([]) == .others)
        #expect(SignInTerms.of([.mentor, .trainee, .supervisor]) == .others)
        #expect(SignInTerms.of([.mentor, .finance, .trainee]) == .staff)
    }

    /// Each wall alone: what is asked of a sign-in now, by use and by age, and what was written into it at its opening.
    @Test func `end a sign-in by use and by age, each alone, and so does the end that was written into it`() {
        let start = Instant.at("2026-11-20T09:00:00Z")
        let (hour, days) = (Duration.seconds(3600), Duration.seconds(864_000))
        func signIn(lasting: Duration) -> SignIn {
            let new = NewSignIn(id: .new(at: start), secretHash: "hash")
            return SignIn(new, actor: .person(.new(at: start)), means: .password, at: start, lasting: lasting)
        }
        let (before, then) = (start.adding(.seconds(3599)), start.adding(hour))
        for (idle, absolute) in [(hour, days), (days, hour)] {
            let (terms, long) = (
                SignInTerms(idle: idle, absolute: absolute, weakest: .mailbox, first: .mailbox), signIn(lasting: days)
            )
            #expect(terms.admit(long, hasOwnWay: true, at: before) && long.isCurrent(at: before))
            #expect(!terms.admit(long, hasOwnWay: true, at: then) && long.isCurrent(at: then))
        }
        let short = signIn(lasting: hour)
        #expect(short.isCurrent(at: before) && !short.isCurrent(at: then))
        #expect(SignInTerms.others.admit(short, hasOwnWay: true, at: then))
    }
}
