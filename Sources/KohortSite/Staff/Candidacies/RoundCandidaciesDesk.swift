import Hummingbird
import KohortCore
import KohortWeb
import Recruitment

/// The pool of a round as the lead reads it: who applied and for what, without any employer's marks.
enum RoundCandidaciesDesk {
    static func show(_ request: Request, _ room: RoundVisit) async throws -> Response {
        let query = try QueryParameters(request)
        let notice = room.visit.doneNotice(query)
        let employers = try await room.visit.fetch(RoundEmployers(round: .id(room.round.id))).employers
        let address = PoolAddress(query, round: room.round.slug)
        let chosen = employers.first { $0.name.slug.text == query["employer"] }
        guard let reader = chosen ?? employers.first else {
            return try room.visit.page(RoundCandidaciesScreen(room, nil, notice))
        }
        var filter = address.filter
        filter.ownWishes = chosen != nil
        let pool: CandidacyPool.Answer
        do {
            pool = try await room.visit.fetch(
                CandidacyPool(
                    round: .id(room.round.id), organisation: reader.organisation, filter: filter, after: address.after))
        } catch Rejection.conflict("pool.not_released") {
            return try room.visit.page(RoundCandidaciesScreen(room, nil, notice))
        }
        let part = RoundPoolPart(room, pool, address, employers, chosen: chosen?.name.slug)
        return try room.visit.page(RoundCandidaciesScreen(room, part, notice))
    }
}
