import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// One candidate of the pool: looked at, judged, put on the list, and made an offer.
enum CandidateDesk {
    /// Opening is journalled first (BC-8), then shown.
    static func show(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let query = try QueryParameters(request, repeating: PoolAddress.repeating)
        let candidacy = try room.visit.context.id("candidacy", as: CandidacyID.self)
        do { _ = try await room.visit.perform(OpenCandidacy(candidacy: candidacy)) } catch Rejection.gone {
            return room.visit.redirect(room.path("/pool?done=candidacy.gone"))
        }
        return try await page(room, candidacy, query, notice: room.visit.doneNotice(query))
    }

    static func assess(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        try await decide(request, room, done: "assessed") { candidacy, typed in
            guard let verdict = Verdict(rawValue: typed.text("verdict")) else {
                throw Rejection.invalid("verdict", "choice.required")
            }
            _ = try await room.visit.perform(
                AssessCandidacy(
                    candidacy: candidacy, organisation: room.employer.id, verdict: verdict,
                    reasons: typed.list("reasons").compactMap(AssessmentReason.init(rawValue:)),
                    note: typed.text("note")))
        }
    }

    /// Puts the candidate in a place of the employer's list (`position`, from 1), or at its end.
    static func rank(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        try await decide(request, room, done: "ranked") { candidacy, typed in
            let query = try QueryParameters(request, repeating: PoolAddress.repeating)
            let round = try await room.round(query)
            let board = try await room.visit.fetch(
                RankingBoard(round: .id(round.id), organisation: room.employer.id))
            let position = Int(typed.text("position"))
            if position == nil, board.standing.contains(candidacy) { return }
            var listed = board.standing.filter { $0 != candidacy }
            listed.insert(candidacy, at: min(max(0, (position ?? .max) - 1), listed.count))
            _ = try await room.visit.perform(
                ArrangeRanking(
                    round: round.id, organisation: room.employer.id, candidacies: listed,
                    seen: board.changedAt))
        }
    }

    static func offer(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let query = try QueryParameters(request, repeating: PoolAddress.repeating)
        let typed = try await request.form(room.visit.context)
        guard let candidacy = CandidacyID(typed.text("candidacy")) else { throw Rejection.notFound }
        return try await room.visit.attempt(typed) {
            guard let demand = DemandID(typed.text("demand")) else {
                throw Rejection.invalid("demand", "choice.required")
            }
            _ = try await room.visit.perform(
                MakeOffer(
                    offer: room.visit.newID(), organisation: room.employer.id, demand: demand, candidacy: candidacy,
                    contract: ContractKind(rawValue: typed.text("contract"))))
            let round = try await room.round(query)
            return room.visit.redirect(room.path("/offers?round=\(round.slug)&done=offer.made"))
        } or: {
            try await page(room, candidacy, query, refusal: $0)
        }
    }

    /// Does something to the candidate of the address and goes on: to the next one, to the list, or back to them.
    private static func decide(
        _ request: Request, _ room: EmployerVisit, done: String, _ deed: (CandidacyID, Form) async throws -> Void
    ) async throws -> Response {
        let query = try QueryParameters(request, repeating: PoolAddress.repeating)
        let candidacy = try room.visit.context.id("candidacy", as: CandidacyID.self)
        let typed = try await request.form(room.visit.context)
        return try await room.visit.attempt(typed) {
            try await deed(candidacy, typed)
            let place = try await CandidatePlace(candidacy, room, query)
            return room.visit.redirect(place.path(after: typed, done: done))
        } or: {
            try await page(room, candidacy, query, refusal: $0)
        }
    }

    private static func page(
        _ room: EmployerVisit, _ candidacy: CandidacyID, _ query: QueryParameters, refusal: Refusal? = nil,
        notice: DeskNotice? = nil
    ) async throws -> Response {
        let place = try await CandidatePlace(candidacy, room, query)
        let board = try await room.visit.fetch(
            RankingBoard(round: .id(place.candidate.round.id), organisation: room.employer.id))
        let terms = try await room.visit.fetch(RoundIntake(round: .id(place.candidate.round.id)))
        let screen = CandidateScreen(room, place, board, terms, refusal, refusal?.notice(room.visit) ?? notice)
        return try room.visit.page(screen, status: refusal?.status ?? .ok)
    }
}

extension RankingBoard.Answer {
    /// Those on the list that can still stand there; who is no longer to be had falls out with the next change.
    var standing: [CandidacyID] { entries.filter { $0.state == .submitted }.map(\.candidacy) }
}
