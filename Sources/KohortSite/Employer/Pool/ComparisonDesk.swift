import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// Two candidates of the pool side by side. Each is opened as on a page of their own, which the journal notes (BC-8).
enum ComparisonDesk {
    static func show(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let query = try QueryParameters(request, repeating: PoolAddress.repeating)
        let named = query.list("candidacy")
        guard named.allSatisfy({ CandidacyID($0) != nil }) else { throw Rejection.notFound }
        let lack = ComparisonLack(named: named.count, chosen: Set(named.compactMap { CandidacyID($0) }).count)
        if let lack, lack.leadsToPool {
            return try await PoolDesk.show(query, room, notice: lack.notice(room.visit), status: lack.status)
        }
        return try await compared(query, room, lack)
    }

    private static func compared(
        _ query: QueryParameters, _ room: EmployerVisit, _ lack: ComparisonLack?
    ) async throws -> Response {
        var (found, lack): ([CandidacyInPool.Answer], ComparisonLack?) = ([], lack)
        for candidacy in query.list("candidacy").compactMap({ CandidacyID($0) })
        where !found.contains(where: { $0.candidacy.id == candidacy }) {
            if let candidate = try await opened(candidacy, room) { found.append(candidate) } else { lack = .gone }
        }
        guard let first = found.first else { throw Rejection.notFound }
        if found.contains(where: { $0.round.id != first.round.id }) { (found, lack) = ([first], .rounds) }
        let address = PoolAddress(query, round: first.round.slug).choosing(found.map(\.candidacy.id))
        let board = try await room.visit.fetch(
            RankingBoard(round: .id(first.round.id), organisation: room.employer.id))
        let screen = ComparisonScreen(room, found, address, board, notice: lack?.notice(room.visit))
        return try room.visit.page(screen, status: lack?.status ?? .ok)
    }

    /// Nil for whom this employer may not see, or no longer: which of the two is not theirs to learn.
    private static func opened(_ candidacy: CandidacyID, _ room: EmployerVisit) async throws -> CandidacyInPool.Answer?
    {
        do {
            _ = try await room.visit.perform(OpenCandidacy(candidacy: candidacy))
            return try await room.visit.fetch(CandidacyInPool(candidacy: candidacy, organisation: room.employer.id))
        } catch Rejection.notFound, Rejection.gone { return nil }
    }
}
