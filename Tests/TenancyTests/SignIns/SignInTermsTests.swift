import KohortCore
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
}
