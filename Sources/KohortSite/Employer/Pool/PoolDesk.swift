import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// The pool as one employer works through it.
enum PoolDesk {
    static func show(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let query = try QueryParameters(request, repeating: PoolAddress.repeating)
        return try await show(query, room, notice: room.visit.doneNotice(query))
    }

    /// The pool as the address narrows it, with what there is to say.
    static func show(
        _ query: QueryParameters, _ room: EmployerVisit, notice: DeskNotice?, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let round = try await room.round(query)
        let address = PoolAddress(query, round: round.slug)
        do { return try await page(room, round, address, notice: notice, status: status) } catch let rejection
            as Rejection
        {
            return try await closed(room, round, address, rejection)
        }
    }

    private static func page(
        _ room: EmployerVisit, _ round: Round, _ address: PoolAddress, notice: DeskNotice?,
        status: HTTPResponse.Status
    ) async throws -> Response {
        let pool = try await room.visit.fetch(room.pool(round, address))
        let board = try await room.visit.fetch(RankingBoard(round: .id(round.id), organisation: room.employer.id))
        let name = try await room.visit.name(of: round)
        let held = try await room.held(address, beside: pool)
        return try room.visit.page(
            PoolScreen(room, name: name, pool, address, MyList(board, room), held, notice: notice), status: status)
    }

    private static func closed(
        _ room: EmployerVisit, _ round: Round, _ address: PoolAddress, _ rejection: Rejection
    ) async throws -> Response {
        let visit = room.visit
        if case .invalid = rejection, let refusal = Refusal(rejection, Form(), visit) {
            let wide = PoolAddress(round: round.slug)
            return try await page(room, round, wide, notice: refusal.notice(visit), status: refusal.status)
        }
        let text = try room.whyNoPool(round, rejection)
        let name = try await visit.name(of: round)
        return try visit.page(PoolScreen(room, name: name, round, closedBecause: text))
    }
}

extension EmployerVisit {
    func pool(_ round: Round, _ address: PoolAddress) -> CandidacyPool {
        CandidacyPool(
            round: .id(round.id), organisation: employer.id, filter: address.filter, after: address.after)
    }

    /// What there is to say when there is no pool to show: it is not released, or the employer has no places in it.
    func whyNoPool(_ round: Round, _ rejection: Rejection) throws -> String {
        switch rejection {
        case .conflict("pool.not_released"):
            visit.text("employer.pool.not_released", ["date": visit.format.day(round.deadlines.applyBy)])
        case .notFound: visit.text("employer.pool.no_places")
        default: throw rejection
        }
    }
}
