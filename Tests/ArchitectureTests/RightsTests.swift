import KohortApp
import KohortCore
import KohortStore
import Tenancy
import Testing

@Suite struct `Rights` {
    @Test func `every permission that the code declares is held by somebody`() {
        let held = Self.held(.kohort).union(["registry.tenant.administer", "registry.tenant.read"])
        let declared = Set(
            SourceTree.swiftFiles(under: "Sources").flatMap { $0.code.captures(of: #"= Permission\("([a-z_.]+)"\)"#) })
        #expect(declared.count > 20)
        #expect(declared.subtracting(held).subtracting(Self.reactionsOnly) == [])
    }

    @Test func `every command and query declares its own permission`() {
        for file in SourceTree.swiftFiles(under: "Sources") {
            let verbs = file.code.captures(of: #"struct (\w+): (?:Command|Query|KohortStore\.Query)\b"#)
            let permissions =
                file.code.captures(of: #"static let (permission)\b"#)
                + file.code.captures(of: #"static var (permission)\b"#)
            #expect(permissions.count >= verbs.count, "\(file.path)")
        }
    }

    @Test func `an employer certifies its own ranking and the lead never does`() {
        #expect(RoleRights.kohort.roles[.coordinator]?.contains(Permission("recruitment.ranking.certify")) == true)
        #expect(RoleRights.kohort.roles[.lead]?.contains(Permission("recruitment.ranking.certify")) == false)
    }

    @Test func `offers are made by employers alone`() {
        let makers = RoleRights.kohort.roles.filter { $0.value.contains(Permission("recruitment.offer.make")) }.keys
        #expect(Set(makers) == [.coordinator])
        #expect(!RoleRights.kohort.operator.contains(Permission("recruitment.offer.make")))
    }

    @Test func `a payer commits to its own fees, and only the lead issues`() {
        func holders(_ code: String) -> Set<Role> {
            Set(RoleRights.kohort.roles.filter { $0.value.contains(Permission(code)) }.keys)
        }
        #expect(holders("billing.commitment.make") == [.coordinator, .finance])
        #expect(holders("billing.invoice.issue") == [.lead])
        #expect(holders("billing.invoice.read") == [.lead, .coordinator, .finance, .integration])
    }

    @Test func `reactions form no cycle`() {
        #expect(Reactions.kohort.cycle() == nil)
    }

    /// Permissions of commands that only reactions perform, whose right is not asked again.
    private static let reactionsOnly: Set<String> = [
        "recruitment.round.plan", "recruitment.offer.end", "delivery.trainee.enrol", "tenancy.role.keep",
        "delivery.followers.release",
    ]

    private static func held(_ rights: RoleRights) -> Set<String> {
        let all = rights.roles.values.reduce(
            into: rights.anyone.union(rights.applicant).union(rights.operator).union(rights.system)
        ) { $0.formUnion($1) }
        return Set(all.map(\.code))
    }
}
