import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// What an employer needs in a round: stated, changed and withdrawn by its coordinator (KS11-11).
enum DemandDesk {
    static func show(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let query = try QueryParameters(request)
        return try await page(room, try await room.round(query), notice: room.visit.doneNotice(query))
    }

    static func edit(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        try await page(room, try await room.round(of: request), editing: try room.visit.context.id("demand"))
    }

    static func state(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let round = try await room.round(of: request)
        let typed = try await request.form(room.visit.context)
        return try await room.visit.attempt(typed) {
            let command = StateDemand(
                id: room.visit.newID(), round: round.id, organisation: room.employer.id, terms: DemandTerms(typed))
            _ = try await room.visit.perform(command, idempotency: OnceKey.key(of: typed))
            return done("demand.stated", room, round)
        } or: {
            try await page(room, round, refusal: $0)
        }
    }

    static func change(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let (round, demand) = (
            try await room.round(of: request), try room.visit.context.id("demand", as: DemandID.self)
        )
        let typed = try await request.form(room.visit.context)
        return try await room.visit.attempt(typed) {
            let command = ChangeDemand(demand: demand, organisation: room.employer.id, terms: DemandTerms(typed))
            _ = try await room.visit.perform(command)
            return done("demand.changed", room, round)
        } or: {
            try await page(room, round, editing: demand, refusal: $0)
        }
    }

    static func withdraw(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let (round, demand) = (
            try await room.round(of: request), try room.visit.context.id("demand", as: DemandID.self)
        )
        return try await room.visit.attempt(Form()) {
            _ = try await room.visit.perform(WithdrawDemand(demand: demand, organisation: room.employer.id))
            return done("demand.withdrawn", room, round)
        } or: {
            try await page(room, round, notice: $0.notice(room.visit), status: $0.status)
        }
    }

    private static func done(_ deed: String, _ room: EmployerVisit, _ round: Round) -> Response {
        room.visit.redirect(room.path("/demand?round=\(round.slug)&done=\(deed)"))
    }

    private static func page(
        _ room: EmployerVisit, _ round: Round, editing: DemandID? = nil, refusal: Refusal? = nil,
        notice: DeskNotice? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let own = try await room.visit.fetch(DemandList(round: .id(round.id))).demands
            .map(\.demand).filter { $0.organisation == room.employer.id }
        let edited = own.first { $0.id == editing }
        if editing != nil, edited == nil { throw Rejection.notFound }
        let screen = DemandScreen(
            room, round, name: try await room.visit.name(of: round), own: own, editing: edited, refusal: refusal,
            notice: refusal?.notice(room.visit) ?? notice)
        return try room.visit.page(screen, status: refusal?.status ?? status)
    }
}

extension DemandTerms {
    /// As it was typed; a number that is none is refused with the others that are out of range.
    init(_ typed: Form) {
        self.init(
            title: typed.text("title"), field: typed.text("field"), competence: typed.text("competence"),
            place: typed.text("place"), asked: Int(typed.text("asked").filter { $0 != " " }) ?? 0)
    }
}
