import Hummingbird
import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// What the employers ask for in a round, and the lead's answer.
enum RoundDemandsDesk {
    static func show(_ request: Request, _ room: RoundVisit) async throws -> Response {
        try await page(room, notice: room.visit.doneNotice(try QueryParameters(request)))
    }

    static func approve(_ request: Request, _ room: RoundVisit) async throws -> Response {
        let demand = try room.visit.context.id("demand", as: DemandID.self)
        let typed = try await request.form(room.visit.context)
        return try await room.attempt(typed, then: "/demands", done: "demand.approved") {
            try await room.visit.perform(ApproveDemand(demand: demand, positions: Int(typed.text("positions")) ?? 0))
        } or: {
            try await page(room, refusal: $0, of: demand, notice: $0.notice(room.visit, idPrefix: "\(demand)-"))
        }
    }

    static func decline(_ request: Request, _ room: RoundVisit) async throws -> Response {
        let demand = try room.visit.context.id("demand", as: DemandID.self)
        return try await room.attempt(then: "/demands", done: "demand.declined") {
            try await room.visit.perform(DeclineDemand(demand: demand))
        } or: {
            try await page(room, refusal: $0, of: demand, notice: $0.notice(room.visit))
        }
    }

    /// For an employer that missed the deadline (KS11-2); the journal says so.
    static func stateLate(_ request: Request, _ room: RoundVisit) async throws -> Response {
        let typed = try await request.form(room.visit.context)
        return try await room.attempt(typed, then: "/demands", done: "demand.stated_late") {
            let slug = typed.text("organisation")
            guard let employer = room.visit.consortium.organisations.first(where: { $0.slug.text == slug }) else {
                throw Rejection.invalid("organisation", "choice.required")
            }
            return try await room.visit.perform(
                StateDemandLate(
                    id: room.visit.newID(), round: room.round.id, organisation: employer.id, terms: DemandTerms(typed)),
                idempotency: OnceKey.key(of: typed))
        } or: {
            try await page(room, refusal: $0, of: nil, notice: $0.notice(room.visit))
        }
    }

    /// `of` is the demand whose form was refused; nil when it was that of a late one.
    private static func page(
        _ room: RoundVisit, refusal: Refusal? = nil, of demand: DemandID? = nil, notice: DeskNotice? = nil
    ) async throws -> Response {
        let demands = try await room.visit.fetch(DemandList(round: .id(room.round.id))).demands
        let members = try await room.visit.fetch(EmployerDirectory())
        let lines = demands.map { line in
            RoundDemandLine(line.demand, room, demand == line.demand.id ? refusal : nil)
        }
        let screen = RoundDemandsScreen(
            room, lines, late: LateDemand.form(room, members, demand == nil ? refusal : nil), notice)
        return try room.visit.page(screen, status: refusal?.status ?? .ok)
    }
}
