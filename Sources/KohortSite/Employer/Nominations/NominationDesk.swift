import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// The second entrance (KS11-15): an employer enrols a graduate whom it has hired itself.
enum NominationDesk {
    static func show(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let query = try QueryParameters(request)
        return try await page(room, try await room.round(query), notice: room.visit.doneNotice(query))
    }

    static func nominate(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let round = try await room.round(of: request)
        let typed = try await request.form(room.visit.context)
        return try await room.visit.attempt(typed) {
            let command = NominateHire(
                nomination: room.visit.newID(), round: round.id, organisation: room.employer.id,
                hire: try NominateHire.Hire(typed))
            _ = try await room.visit.perform(command, idempotency: OnceKey.key(of: typed))
            return room.visit.redirect(room.path("/nominations?round=\(round.slug)&done=nominated"))
        } or: {
            try await page(room, round, refusal: $0)
        }
    }

    static func withdraw(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let round = try await room.round(of: request)
        let nomination = try room.visit.context.id("nomination", as: NominationID.self)
        return try await room.visit.attempt(Form()) {
            _ = try await room.visit.perform(
                WithdrawNomination(nomination: nomination, organisation: room.employer.id))
            return room.visit.redirect(room.path("/nominations?round=\(round.slug)&done=nomination.withdrawn"))
        } or: {
            try await page(room, round, notice: $0.notice(room.visit), status: $0.status)
        }
    }

    private static func page(
        _ room: EmployerVisit, _ round: Round, refusal: Refusal? = nil, notice: DeskNotice? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let own = try await room.visit.fetch(NominationList(round: .id(round.id))).nominations
            .filter { $0.nomination.organisation == room.employer.id }
        let name = try await room.visit.name(of: round)
        let terms = try await room.visit.fetch(RoundIntake(round: .id(round.id)))
        let screen = NominationScreen(
            room, round, terms, name: name, own.map(\.nomination), refusal, refusal?.notice(room.visit) ?? notice)
        return try room.visit.page(screen, status: refusal?.status ?? status)
    }
}

extension NominateHire.Hire {
    /// As it was typed; an address or a date that is none is refused, both at once.
    init(_ typed: Form) throws(Rejection) {
        let (email, hiredOn) = (EmailAddress(typed.text("email")), LocalDate(typed.text("hired_on")))
        guard let email, let hiredOn else {
            let problems = [
                email == nil ? FieldProblem("email", "email.invalid") : nil,
                hiredOn == nil ? FieldProblem("hired_on", "date.invalid") : nil,
            ]
            throw .invalid(problems.compactMap(\.self))
        }
        self.init(
            name: typed.text("name"), email: email, language: Language(rawValue: typed.text("language")) ?? .nb,
            field: typed.text("field"), contract: ContractKind(rawValue: typed.text("contract")),
            hiredOn: hiredOn)
    }
}
