import KohortCore
import KohortStore

/// How a reader names a round: by id, or by the slug in an address.
package enum RoundReference: Hashable, Sendable {
    case id(RoundID)
    case slug(Slug)
}

extension Read {
    /// The round, or `notFound`.
    func find(_ reference: RoundReference) throws -> Round {
        let condition: SQL =
            switch reference {
            case .id(let id): "where id = \(id)"
            case .slug(let slug): "where slug = \(slug)"
            }
        guard let round = try first(Round.self, condition) else { throw Rejection.notFound }
        return round
    }
}
