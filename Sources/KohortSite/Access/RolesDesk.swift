import Hummingbird
import KohortApp
import KohortCore
import KohortWeb
import Tenancy

/// Who has which role, inviting to one, and ending one.
enum RolesDesk {
    static func show(_ request: Request, _ room: AccessRoom) async throws -> Response {
        try await page(room, notice: room.visit.doneNotice(try QueryParameters(request)))
    }

    static func invite(_ request: Request, _ room: AccessRoom) async throws -> Response {
        let (visit, typed) = (room.visit, try await request.form(room.visit.context))
        return try await take(typed, room, done: "person.invited") {
            var read = DeskReader(typed)
            let (email, role) = (read.email("email"), read.oneOf("role", room.roles))
            let days = (first: read.date("first_day"), last: read.date("last_day"))
            let scope = try room.scope(typed)
            guard let email, let role, read.problems.isEmpty else { throw Rejection.invalid(read.problems) }
            _ = try await visit.perform(
                InviteToRole(
                    email: email, name: typed.text("name"), language: visit.language, role: .init(role, on: scope),
                    firstDay: days.first, lastDay: days.last, zone: visit.consortium.profile.timeZone))
        }
    }

    static func inviteAgain(_ request: Request, _ room: AccessRoom) async throws -> Response {
        try await take(Form(), room, done: "person.invited") {
            let person: PersonID = try room.visit.context.id("person")
            _ = try await room.visit.perform(InviteAgain(person: person, on: try room.held()))
        }
    }

    static func end(_ request: Request, _ room: AccessRoom) async throws -> Response {
        try await take(Form(), room, done: "role.ended") {
            let grant: GrantID = try room.visit.context.id("grant")
            _ = try await room.visit.perform(EndGrant(grant: grant, on: try room.held()))
        }
    }

    static func signOut(_ request: Request, _ room: AccessRoom) async throws -> Response {
        try await take(Form(), room, done: "person.signed_out") {
            _ = try await room.visit.perform(EndSignIns(person: try room.visit.context.id("person")))
        }
    }

    private static func take(
        _ typed: Form, _ room: AccessRoom, done: String, _ deed: () async throws -> Void
    ) async throws -> Response {
        try await room.visit.attempt(typed) {
            try await deed()
            return room.visit.redirect(room.path("/people?done=\(done)"))
        } or: {
            try await page(room, refusal: $0)
        }
    }

    private static func page(
        _ room: AccessRoom, refusal: Refusal? = nil, notice: DeskNotice? = nil
    ) async throws -> Response {
        let visit = room.visit
        let people = try await visit.fetch(PeopleWithRoles(organisation: room.organisation))
        let title = visit.text("people.title")
        let notice = refusal.map { $0.notice(visit) } ?? notice
        let parts = RolesParts(room: room, people: people, refusal: refusal)
        let screen = SheetScreen(
            chrome: visit.chrome(title), head: room.head((.people, .people), title, notice: notice),
            sections: parts.sections)
        return try visit.page(screen, status: refusal?.status ?? .ok)
    }
}
