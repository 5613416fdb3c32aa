import KohortCore
import KohortStore

/// A cohort's gatherings by their dates, each with whether one trainee was prepared, was there and has reflected. What
/// was reflected is not in it.
package struct TraineeAttendance: Query {
    package struct Line: Hashable, Sendable {
        package let gathering: Gathering
        package let attended: [LocalDate]
        package let isPrepared: Bool
        package let hasReflected: Bool
    }

    package static let permission = Permission.readTrainee
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID

    package init(trainee: TraineeID) { self.trainee = trainee }

    package func fetch(in read: borrowing Read) throws -> [Line] {
        let (trainee, _) = try read.trainee(trainee)
        let presence = try Presence(of: trainee.id, read)
        return try Gathering.standing(in: trainee.cohort, read).filter(\.kind.isForTrainees).map { gathering in
            Line(
                gathering: gathering, attended: presence.days[gathering.id] ?? [],
                isPrepared: presence.prepared.contains(gathering.id),
                hasReflected: presence.reflected.contains(gathering.id))
        }
    }
}

/// At which gatherings a trainee was, for which the employer had prepared them, and on which they have reflected.
struct Presence {
    private(set) var days: [GatheringID: [LocalDate]] = [:]
    let prepared: Set<GatheringID>
    let reflected: Set<GatheringID>

    init(of trainee: TraineeID, _ read: borrowing Read) throws {
        prepared = Set(try read.all("select gathering from preparation where trainee = \(trainee)") { try $0[0] })
        reflected = Set(try read.all("select gathering from reflection where trainee = \(trainee)") { try $0[0] })
        let attended = try read.all(
            "select gathering, attended_on from attendance where trainee = \(trainee) order by attended_on"
        ) { (gathering: try $0[0] as GatheringID, day: try $0[1] as LocalDate) }
        for line in attended { days[line.gathering, default: []].append(line.day) }
    }
}
