import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// An employer's ranked list: arranged one step at a time, certified at the end (BR-4).
enum RankingDesk {
    static func show(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let query = try QueryParameters(request)
        return try await page(room, try await room.round(query), notice: room.visit.doneNotice(query))
    }

    static func move(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let round = try await named(room)
        let typed = try await request.form(room.visit.context)
        return try await room.visit.attempt(typed) {
            let board = try await room.visit.fetch(RankingBoard(round: .id(round.id), organisation: room.employer.id))
            let step = RankingStep(typed)
            guard let order = step?.applied(to: board.standing) ?? dropped(typed) else { throw Rejection.notFound }
            _ = try await room.visit.perform(
                ArrangeRanking(
                    round: round.id, organisation: room.employer.id, candidacies: order, seen: seen(typed)))
            let anchor = step.map { "#c-\($0.candidacy)" } ?? ""
            return room.visit.redirect(room.path("/ranking?round=\(round.slug)\(anchor)"))
        } or: {
            try await page(room, round, notice: $0.notice(room.visit), status: $0.status)
        }
    }

    static func certify(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let round = try await named(room)
        let typed = try await request.form(room.visit.context)
        return try await room.visit.attempt(typed) {
            _ = try await room.visit.perform(
                CertifyRanking(round: round.id, organisation: room.employer.id, seen: seen(typed)))
            return room.visit.redirect(room.path("/ranking?round=\(round.slug)&done=ranking.certified"))
        } or: {
            try await page(room, round, notice: $0.notice(room.visit), status: $0.status)
        }
    }

    private static func named(_ room: EmployerVisit) async throws -> Round {
        let slug = try room.visit.context.slug("round")
        guard let round = try await room.visit.fetch(RoundList()).first(where: { $0.slug == slug }) else {
            throw Rejection.notFound
        }
        return round
    }

    /// The whole order, as it was dragged.
    private static func dropped(_ typed: Form) -> [CandidacyID]? {
        typed.text("move") == "order" ? typed.list("order").compactMap { CandidacyID($0) } : nil
    }

    /// Which state of the list the author had before them.
    private static func seen(_ typed: Form) -> Instant? {
        Int64(typed.text("seen")).map { Instant(milliseconds: $0) }
    }

    private static func page(
        _ room: EmployerVisit, _ round: Round, notice: DeskNotice?, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let name = try await room.visit.name(of: round)
        var (board, reason): (RankingBoard.Answer?, String) = (nil, "")
        do {
            board = try await room.visit.fetch(RankingBoard(round: .id(round.id), organisation: room.employer.id))
        } catch let rejection as Rejection { reason = try room.whyNoPool(round, rejection) }
        let screen = RankingScreen(room, round, name: name, board, closedBecause: reason, notice)
        return try room.visit.page(screen, status: status)
    }
}
