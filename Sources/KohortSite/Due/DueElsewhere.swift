import Delivery
import KohortCore
import KohortWeb
import Tenancy

/// What is late or due soon in the rooms of somebody's other roles: told on the page where they begin, so that who has
/// several roles need not go round to learn it.
enum DueElsewhere {
    /// Nil where nothing is, and on every other page.
    static func part(_ visit: Visit, on place: RoleRoom.Place) async throws -> DuePart? {
        let rooms = visit.rooms
        guard rooms.count > 1, rooms.first?.place == place else { return nil }
        var lines: [DueLine] = []
        for room in rooms.dropFirst() { lines += try await self.lines(of: room, visit) }
        let pressing = lines.filter { $0.mark == .late || $0.mark == .soon }.enumerated()
        let inOrder = pressing.sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }
        return DuePart(visit.text("due.elsewhere"), inOrder.map(\.element))
    }

    private static func lines(of room: RoleRoom, _ visit: Visit) async throws -> [DueLine] {
        switch room.place {
        case .office, .report: return []
        case .own:
            let duties = try await visit.fetch(OwnDuties())
            let today = visit.consortium.profile.timeZone.date(at: visit.arrival)
            return duties.lines.map {
                DueLine($0, of: duties.own, today, visit).among(visit.text("me.title"), visit.path(room.path))
            }
        case .employer(let employer):
            let own = EmployerVisit(visit, of: employer)
            return try await lines(own).map { $0.among(own.name, visit.path(room.path)) }
        }
    }

    private static func lines(_ room: EmployerVisit) async throws -> [DueLine] {
        guard room.isCoordinator else { return try await EmployerDue.invoices(room)?.due ?? [] }
        let (rounds, parts) = (try await EmployerHome.rounds(room), try await EmployerDue.parts(room))
        return rounds.flatMap(\.due) + parts.flatMap(\.due)
    }
}

extension DueLine {
    /// What waits without a date comes first.
    fileprivate var number: Int { date.map { Int($0.daysSince1970) } ?? .min }

    /// The same among those of other rooms: in which it is, and with a way there.
    fileprivate func among(_ room: String, _ path: String) -> DueLine {
        DueLine(
            date: date, day: day, title: title, detail: detail.isEmpty ? room : "\(room) · \(detail)", mark: mark,
            state: state, path: self.path ?? path)
    }
}
