import KohortCore
import KohortWeb
import Tenancy

/// Where endpoints are looked after: the programme office, for all of them, or one employer, for its own.
struct IntegrationsRoom: Sendable {
    let visit: Visit
    /// Nil in the programme office.
    let employer: EmployerVisit?

    init(_ visit: Visit) { (self.visit, employer) = (visit, nil) }
    init(_ employer: EmployerVisit) { (visit, self.employer) = (employer.visit, employer) }

    /// The path of one of this room's pages below the tenant's.
    func path(_ rest: String = "") -> String {
        (employer?.path("/integrations") ?? "/staff/integrations") + rest
    }

    /// The same as an address.
    func address(_ rest: String = "") -> String { visit.path(path(rest)) }

    func head(_ title: String, notice: DeskNotice? = nil, isOne: Bool = false) -> DeskHead {
        var head =
            employer?.head(.integrations, title, nil, notice: notice)
            ?? visit.staffHead(.integrations, title, notice: notice)
        if isOne {
            let all = ChromeLink(label: visit.text("integrations.heading"), path: address(), isCurrent: false)
            head.crumbs.append(all)
            head.here = title
        }
        return head
    }

    func webhooks() async throws -> [WebhookList.Line] {
        try await visit.fetch(WebhookList(organisation: employer?.employer.id))
    }

    /// The endpoint that the address names, if it is looked after here.
    func detail(limit: Int = 50) async throws -> WebhookDetail.Answer {
        // An employer's own is looked after in the employer's room: this one is shut to who may not see them all.
        if employer == nil { _ = try await webhooks() }
        let detail = try await visit.fetch(WebhookDetail(webhook: try visit.context.id("webhook"), limit: limit))
        if let own = employer?.employer.id, detail.webhook.organisation != own { throw Rejection.notFound }
        return detail
    }

    func webhook() async throws -> Webhook { try await detail(limit: 0).webhook }

    /// Whose endpoint a form makes: the employer's here, or else that of the organisation that it names.
    func owner(_ typed: Form) throws(Rejection) -> OrganisationID? {
        if let employer { return employer.employer.id }
        let slug = typed.text("organisation")
        if slug.isEmpty { return nil }
        guard let entry = visit.consortium.organisations.first(where: { $0.slug.text == slug }) else {
            throw .invalid("organisation", "choice.unknown")
        }
        return entry.id
    }
}
