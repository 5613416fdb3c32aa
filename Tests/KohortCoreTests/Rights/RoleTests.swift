import KohortCore
import Testing

struct RoleTests {
    @Test func `the roles have stable names`() {
        #expect(
            Role.allCases.map(\.rawValue) == [
                "lead", "committee", "coordinator", "supervisor", "mentor", "trainee", "applicant", "finance",
                "integration",
            ])
    }
}
