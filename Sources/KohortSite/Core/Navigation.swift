import KohortCore
import Tenancy

/// Where somebody can go, by the roles they hold.
enum Navigation {
    static func links(_ visit: Visit) -> [ChromeLink] {
        var links = [link("nav.vacancies", "/vacancies", visit), link("nav.employers", "/employers", visit)]
        if visit.identity.roles.contains(where: { $0.role == .lead }) {
            links.append(link("nav.staff", "/staff", visit))
        }
        if visit.identity.roles.contains(where: { $0.role == .lead || $0.role == .committee }) {
            links.append(link("nav.results", "/report", visit))
        }
        if visit.actor == .anonymous { links.append(link("layout.sign_in", "/sign-in", visit)) }
        if case .person = visit.actor { links.append(link("me.title", "/me", visit)) }
        for role in visit.identity.roles where role.role == .coordinator || role.role == .finance {
            guard case .organisation(let id) = role.scope,
                let organisation = visit.consortium.organisations.first(where: { $0.id == id })
            else { continue }
            links.append(
                ChromeLink(
                    label: organisation.name.text(in: visit.language),
                    path: visit.path("/employer/\(organisation.slug)" + (role.role == .finance ? "/invoices" : "")),
                    isCurrent: false))
        }
        return links
    }

    private static func link(_ key: String, _ path: String, _ visit: Visit) -> ChromeLink {
        ChromeLink(label: visit.text(key), path: visit.path(path), isCurrent: false)
    }
}
