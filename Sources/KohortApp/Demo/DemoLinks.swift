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
        try await round(in: kohort) + delivery(in: kohort)
            + [
                Link(
                    role: "romerike-lead",
                    address: lead(of: try Demo.historic, "prosjektleder-1@romerike.example", .nb, in: kohort))
            ]
    }

    /// Into Norra Norrland, where the round is.
    private func round(in kohort: Kohort) async throws -> [Link] {
        guard let lead = DemoPeople.lead, let candidacy = DemoPeople.candidacy(0) else { return [] }
        let tenant = try await kohort.require(Demo.recruiting)
        let applicant = MakeApplicantLink(tenant: tenant.slug, candidacy: candidacy)
        return [
            Link(role: "lead", address: try await self.lead(of: tenant.slug, "\(lead)", .sv, in: kohort)),
            Link(role: "coordinator", address: try await coordinator(of: tenant.slug, "ornskoldsvik", .sv, in: kohort)),
            Link(role: "applicant", address: try await applicant.answer(in: kohort).link),
        ]
    }

    /// Into KS, where trainees are at work: its office, an employer, and those around the first trainee.
    private func delivery(in kohort: Kohort) async throws -> [Link] {
        let slug = try Demo.delivering
        let links = [
            Link(role: "ks-lead", address: try await lead(of: slug, "lead@ks.example", .nb, in: kohort)),
            Link(role: "ks-coordinator", address: try await coordinator(of: slug, "fjordvik", .nb, in: kohort)),
        ]
        return try await kohort.use(try await kohort.require(slug)) { open in
            let trainee = DemoPeople.trainee(0)
            return try await links + [
                link(.supervisor, DemoTrainee.supervisor, on: .placement(DemoPeople.placement(0, 2)), in: open, kohort),
                link(.mentor, DemoTrainee.mentor, on: .trainee(trainee), in: open, kohort),
                link(.trainee, DemoTrainee.all[0].name, on: .trainee(trainee), in: open, kohort),
            ]
        }
    }

    private func lead(of tenant: Slug, _ address: String, _ language: Language, in kohort: Kohort) async throws
        -> String
    {
        let invitation = MakeInvitation(
            tenant: tenant, email: try DemoHiring.address(address), name: DemoPeople.colleague(at: address),
            role: .lead, organisation: nil, language: language)
        return try await invitation.answer(in: kohort).link
    }

    private func coordinator(
        of tenant: Slug, _ employer: String, _ language: Language, in kohort: Kohort
    ) async throws -> String {
        let address = "coordinator@\(employer).example"
        let invitation = MakeInvitation(
            tenant: tenant, email: try DemoHiring.address(address), name: DemoPeople.colleague(at: address),
            role: .coordinator, organisation: try Slug(employer), language: language)
        return try await invitation.answer(in: kohort).link
    }

    /// For somebody who has the role already.
    private func link(
        _ role: Role, _ name: String, on scope: GrantScope, in open: TenantStore, _ kohort: Kohort
    ) async throws -> Link {
        let secret = Secret()
        let contact = try DemoHiring.contact(name)
        let invitation = InvitePerson(
            email: contact.email, name: contact.name, language: contact.language, role: .init(role, on: scope),
            linkHash: secret.hash)
        _ = try await open.store.perform(invitation, by: .operator, at: kohort.clock.now)
        return Link(role: role.rawValue, address: kohort.signInLink(secret, open.tenant.slug))
    }
}
