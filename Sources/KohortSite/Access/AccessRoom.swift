import Hummingbird
import KohortCore
import KohortWeb
import Tenancy

/// Where people and roles are looked after: the programme office, for the whole consortium, or one employer, for its own.
struct AccessRoom: Sendable {
    let visit: Visit
    /// Nil in the programme office.
    let employer: EmployerVisit?

    init(_ visit: Visit) { (self.visit, employer) = (visit, nil) }
    init(_ employer: EmployerVisit) { (visit, self.employer) = (employer.visit, employer) }

    var organisation: OrganisationID? { employer?.employer.id }

    /// The path of one of this room's pages below the tenant's.
    func path(_ rest: String) -> String { (employer?.path("") ?? "/staff") + rest }

    func head(_ page: (staff: StaffPage, employer: EmployerPage), _ title: String, notice: DeskNotice?) -> DeskHead {
        employer?.head(page.employer, title, nil, notice: notice) ?? visit.staffHead(page.staff, title, notice: notice)
    }

    /// The roles that can be given here.
    var roles: [Role] {
        employer == nil
            ? [.lead, .committee, .coordinator, .supervisor, .mentor, .finance] : [.supervisor, .mentor, .finance]
    }

    /// What a role is given on: this employer, the organisation that the form names, or the consortium.
    func scope(_ typed: Form) throws(Rejection) -> GrantScope {
        if let organisation { return .organisation(organisation) }
        let slug = typed.text("organisation")
        if slug.isEmpty { return .consortium }
        guard let entry = visit.consortium.organisations.first(where: { $0.slug.text == slug }) else {
            throw .invalid("organisation", "choice.unknown")
        }
        return .organisation(entry.id)
    }

    /// What a grant on this page is held on, by the address's own words.
    func held() throws(Rejection) -> GrantScope {
        if let organisation { return .organisation(organisation) }
        let place = try visit.context.parameter("place")
        if place == "consortium" { return .consortium }
        guard let entry = visit.consortium.organisations.first(where: { $0.slug.text == place }) else {
            throw .notFound
        }
        return .organisation(entry.id)
    }

    /// The same the other way round; of an employer's own room nothing needs to be said.
    func place(_ scope: GrantScope) -> String {
        guard employer == nil else { return "" }
        return "/" + (visit.entry(scope)?.slug.text ?? "consortium")
    }
}

extension Visit {
    /// The organisation that a role is held at.
    func entry(_ scope: GrantScope) -> OrganisationEntry? {
        scope.organisation.flatMap { id in consortium.organisations.first { $0.id == id } }
    }

    /// What a role is called, and where it is held.
    func words(of role: Role, on scope: GrantScope) -> String {
        let role = text("role.\(role.rawValue)")
        return entry(scope).map { "\(role), \($0.name.text(in: language))" } ?? role
    }
}
