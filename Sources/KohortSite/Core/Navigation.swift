import Hummingbird
import KohortCore
import KohortWeb
import Tenancy

/// Where somebody can go, by the roles they hold; with several rooms each says by which role it is theirs.
struct Navigation {
    private let visit: Visit
    private let rooms: [RoleRoom]

    static func links(_ visit: Visit) -> [ChromeLink] {
        visit.identity.isSettingUp ? [] : Navigation(visit: visit, rooms: visit.rooms).links
    }

    private var links: [ChromeLink] { open + office + own + employers }

    /// Who works here comes to the public pages by the front page, and has room for the own.
    private var open: [ChromeLink] {
        guard visit.identity.roles.allSatisfy({ $0.role == .applicant }) else { return [] }
        return [link("nav.vacancies", to: "/vacancies"), link("nav.employers", to: "/employers")]
    }

    private var office: [ChromeLink] {
        let isLead = rooms.contains { $0.place == .office }
        let reads = isLead || rooms.contains { $0.place == .report }
        return (isLead ? [link("nav.staff", to: "/staff", .office)] : [])
            + (reads ? [link("nav.results", to: "/report", .report)] : [])
    }

    private var own: [ChromeLink] {
        if visit.actor == .anonymous { return [link("layout.sign_in", to: "/sign-in")] }
        if case .person = visit.actor { return [link("me.title", to: "/me", .own)] }
        return []
    }

    private var employers: [ChromeLink] {
        rooms.compactMap { room in
            guard case .employer(let employer) = room.place else { return nil }
            return ChromeLink(
                label: employer.name.text(in: visit.language), path: visit.path(room.path),
                isCurrent: isHere("/employer/\(employer.slug)"), role: roles(room.place))
        }
    }

    private func link(_ key: String, to room: String, _ place: RoleRoom.Place? = nil) -> ChromeLink {
        ChromeLink(
            label: visit.text(key), path: visit.path(room), isCurrent: isHere(room), role: place.flatMap(roles))
    }

    /// Nil where all that somebody does is done in one room.
    private func roles(_ place: RoleRoom.Place) -> String? {
        guard rooms.count > 1, let room = rooms.first(where: { $0.place == place }) else { return nil }
        return room.roles.map { visit.text("role.\($0.rawValue)") }.joined(separator: " · ")
    }

    /// A room is marked while the reader is in it.
    private func isHere(_ room: String) -> Bool { visit.here == room || visit.here.hasPrefix(room + "/") }
}

extension Visit {
    /// The path of the page that is asked for, below the tenant's, as far as its own words go.
    fileprivate var here: String {
        let pattern = context.coreContext.endpointPath.value ?? ""
        return pattern.replacing("/{tenant}", with: "").replacing(
            "{employer}", with: (try? context.parameter("employer")) ?? "")
    }
}
