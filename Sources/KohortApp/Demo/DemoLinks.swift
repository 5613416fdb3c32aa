import KohortCore
import KohortStore
import Tenancy

/// Fresh links into the demo, one for each kind of user.
package struct DemoLinks: OperatorCall {
    package init() {}

    package struct Link: Sendable, Codable {
        package let role: String
        package let address: String
    }

    package func answer(in kohort: Kohort) async throws -> [Link] {
        guard let lead = DemoPeople.lead, let coordinator = DemoPeople.coordinator,
            let employer = try? Slug("ornskoldsvik"), let candidacy = DemoPeople.candidacy(0)
        else { return [] }
        let tenant = try await kohort.require(Demo.recruiting)
        let leadLink = MakeInvitation(
            tenant: tenant.slug, email: lead, name: "Lead", role: .lead, organisation: nil, language: .sv)
        let coordinatorLink = MakeInvitation(
            tenant: tenant.slug, email: coordinator, name: "Coordinator", role: .coordinator, organisation: employer,
            language: .sv)
        let applicantLink = MakeApplicantLink(tenant: tenant.slug, candidacy: candidacy)
        return [
            Link(role: "lead", address: try await leadLink.answer(in: kohort).link),
            Link(role: "coordinator", address: try await coordinatorLink.answer(in: kohort).link),
            Link(role: "applicant", address: try await applicantLink.answer(in: kohort).link),
        ]
    }
}
