import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// Names who follows a trainee.
enum PeopleDesk {
    static func nameMentor(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        try await room.take(request, "name_mentor", on: .people, done: "mentor.named") { typed in
            let (contact, employer) = try await mentor(typed, room)
            let command = NameMentor(
                id: room.visit.newID(), trainee: room.id, contact: contact, employedBy: employer)
            _ = try await room.visit.perform(command, idempotency: OnceKey.key(of: typed))
        }
    }

    private static func mentor(_ typed: Form, _ room: TraineeVisit) async throws -> (Contact, OrganisationID?) {
        guard room.rules.roles.mentor?.chosenFrom == .anotherMember else {
            return (try typed.contact(), OrganisationID(typed.text("employed_by")))
        }
        let pool = try await room.visit.fetch(MentorPool())
        guard let chosen = pool.first(where: { PooledChoice.value(of: $0) == typed.text("person") }) else {
            throw Rejection.invalid("person", "choice.required")
        }
        return (chosen.contact, chosen.organisation)
    }

    static func endMentorship(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        let mentorship: MentorshipID = try room.visit.context.id("mentorship")
        return try await room.take(Form(), "end_mentor", on: .people, done: "mentor.ended") { _ in
            _ = try await room.visit.perform(EndMentorship(trainee: room.id, mentorship: mentorship))
        }
    }

    static func endSupervision(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        let placement = try room.placement()
        return try await room.take(Form(), "end_supervisor", on: .people, done: "supervisor.ended") { _ in
            _ = try await room.visit.perform(EndSupervision(placement: placement))
        }
    }

    static func nameSupervisor(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        let placement = try room.placement()
        return try await room.take(request, PeopleParts.key(of: placement), on: .people, done: "supervisor.named") {
            let command = NameSupervisor(
                id: room.visit.newID(), placement: placement, contact: try $0.contact(),
                holdsAuthority: $0.text("authority") == "yes")
            _ = try await room.visit.perform(command, idempotency: OnceKey.key(of: $0))
        }
    }

    static func mark(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        try await room.take(request, "mark", on: .people, done: "line.marked") {
            _ = try await room.visit.perform(MarkAsLine(trainee: room.id, contact: try $0.contact()))
        }
    }

    static func unmark(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        let person: PersonID = try room.visit.context.id("person")
        return try await room.take(Form(), "unmark", on: .people, done: "line.unmarked") { _ in
            _ = try await room.visit.perform(UnmarkLine(trainee: room.id, person: person))
        }
    }
}

extension TraineeVisit {
    /// The placement of the address, which must be one of this trainee's.
    fileprivate func placement() throws -> PlacementID {
        let placement: PlacementID = try visit.context.id("placement")
        guard detail.placements.contains(where: { $0.placement.id == placement }) else { throw Rejection.notFound }
        return placement
    }
}
