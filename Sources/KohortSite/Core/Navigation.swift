import Hummingbird
import KohortCore
import KohortWeb
import Tenancy

/// Where somebody can go, by the roles they hold.
enum Navigation {
    static func links(_ visit: Visit) -> [ChromeLink] {
        if visit.identity.isSettingUp { return [] }
        // Who works here comes to the public pages by the front page, and has room for the own.
        var links =
            visit.identity.roles.allSatisfy { $0.role == .applicant }
            ? [link("nav.vacancies", "/vacancies", visit), link("nav.employers", "/employers", visit)] : []
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
                link(
                    organisation.name.text(in: visit.language), to: "/employer/\(organisation.slug)", visit,
                    first: role.role == .finance ? "/invoices" : ""))
        }
        return links
    }

    private static func link(_ key: String, _ path: String, _ visit: Visit) -> ChromeLink {
        link(visit.text(key), to: path, visit)
    }

    /// To a room, which is marked while the reader is in it, and the page in it that comes first.
    private static func link(_ label: String, to room: String, _ visit: Visit, first: String = "") -> ChromeLink {
        let isCurrent = visit.here == room || visit.here.hasPrefix(room + "/")
        return ChromeLink(label: label, path: visit.path(room + first), isCurrent: isCurrent)
    }
}

extension Visit {
    /// The path of the page that is asked for, below the tenant's, as far as its own words go.
    fileprivate var here: String {
        let pattern = context.coreContext.endpointPath.value ?? ""
        return pattern.replacing("/{tenant}", with: "").replacing(
            "{employer}", with: (try? context.parameter("employer")) ?? "")
    }
}
