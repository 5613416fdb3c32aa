import Delivery
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
        let key = kohort.links.key(for: candidacy, of: tenant.id)
        return try await [
            Link(role: "lead", address: try await leadLink.answer(in: kohort).link),
            Link(role: "coordinator", address: try await coordinatorLink.answer(in: kohort).link),
            Link(
                role: "applicant",
                address: "\(kohort.settings.baseURL)/\(tenant.slug)/candidacies/\(candidacy)/\(key)"),
        ] + delivery(in: kohort)
    }

    /// Of those around the first trainee of KS's demo cohort.
    private func delivery(in kohort: Kohort) async throws -> [Link] {
        let tenant = try await kohort.require(try DemoDelivery.tenant)
        return try await kohort.use(tenant) { open in
            let now = kohort.clock.now
            var links: [Link] = []
            for person in try DemoDelivery.people() {
                let secret = Secret()
                let invitation = InvitePerson(
                    email: person.contact.email, name: person.contact.name, language: .nb, role: person.granted,
                    linkHash: secret.hash, linkExpiresAt: now.adding(days: 1))
                _ = try await open.store.perform(invitation, by: .operator, at: now)
                links.append(
                    Link(
                        role: person.granted.role.rawValue,
                        address: "\(kohort.settings.baseURL)/\(tenant.slug)/sign-in/\(secret.text)"))
            }
            return links
        }
    }
}
