import KohortCore
import KohortStore

/// Whom a trainee or a placement concerns: what an authority asks when a right that was granted on an organisation, a
/// trainee or a placement is used on one of them.
package enum TraineeVisibility {
    /// The employer of record.
    package static func organisations(of trainee: TraineeID, _ read: borrowing Read) throws -> Set<OrganisationID> {
        try Set(read.all("select employer from trainee where id = \(trainee)") { try $0[0] })
    }

    /// The employer of record and the host.
    package static func organisations(of placement: PlacementID, _ read: borrowing Read) throws -> Set<OrganisationID> {
        try Set(
            read.all(
                """
                select t.employer from placement p join trainee t on t.id = p.trainee where p.id = \(placement)
                union select host from placement where id = \(placement)
                """
            ) { try $0[0] })
    }

    /// The objects that a grant on this one's parts or whole speaks for: a trainee and their placements.
    package static func objects(around scope: Scope, _ read: borrowing Read) throws -> Set<Scope> {
        switch scope {
        case .trainee(let id):
            let placements = try read.all("select id from placement where trainee = \(id)") { try $0[0] as PlacementID }
            return Set([scope] + placements.map { .placement($0) })
        case .placement(let id):
            let trainee = try read.first("select trainee from placement where id = \(id)") { try $0[0] as TraineeID }
            return Set([scope] + [trainee].compactMap { $0.map { .trainee($0) } })
        default: return [scope]
        }
    }
}
