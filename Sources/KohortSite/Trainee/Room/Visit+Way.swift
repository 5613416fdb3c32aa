import Delivery
import KohortCore
import Tenancy

extension Visit {
    /// From where the visitor comes to what is about a trainee: from the own page where they are named to the trainee or
    /// one of these placements, and otherwise from the room of the role by which they look after them.
    func way(to trainee: Trainee, _ placements: [PlacementID]) -> [ChromeLink] {
        let named = Set([GrantScope.trainee(trainee.id)] + placements.map(GrantScope.placement))
        let employers = rooms.compactMap { room in
            if case .employer(let employer) = room.place, room.roles.contains(.coordinator) { employer } else { nil }
        }
        if identity.roles.contains(where: { named.contains($0.scope) }) { return [crumb(text("me.title"), "/me")] }
        if rooms.contains(where: { $0.place == .office }) {
            return [crumb(text("nav.staff"), "/staff"), crumb(text("staff.tab.cohorts"), "/staff/cohorts")]
        }
        guard let employer = employers.first(where: { $0.id == trainee.employer }) ?? employers.first else {
            return [crumb(text("me.title"), "/me")]
        }
        let room = "/employer/\(employer.slug)"
        return [
            crumb(employer.name.text(in: language), room), crumb(text("employer.tab.trainees"), room + "/trainees"),
        ]
    }

    private func crumb(_ label: String, _ path: String) -> ChromeLink {
        ChromeLink(label: label, path: self.path(path), isCurrent: false)
    }
}
