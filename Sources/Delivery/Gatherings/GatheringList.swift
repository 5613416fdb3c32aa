import KohortCore
import KohortStore

/// A cohort's gatherings by their dates, with how many were there; for all who take part in the consortium.
package struct GatheringList: Query {
    package struct Line: Hashable, Sendable {
        package let gathering: Gathering
        /// Trainees who were there on at least one day.
        package let attended: Int
        package let prepared: Int
        package let reflected: Int
        /// Persons by employer, for a seminar or meeting (KS11-31).
        package let employers: [OrganisationID: Int]
    }

    package static let permission = Permission.readGatherings
    package let scope = Scope.anywhere
    package let cohort: CohortID

    package init(cohort: CohortID) { self.cohort = cohort }

    package func fetch(in read: borrowing Read) throws -> [Line] {
        let gatherings = try Gathering.standing(in: cohort, read)
        let attended = try counts("select gathering, count(distinct trainee) from attendance", read)
        let prepared = try counts("select gathering, count(*) from preparation", read)
        let reflected = try counts("select gathering, count(*) from reflection", read)
        var employers: [GatheringID: [OrganisationID: Int]] = [:]
        try read.forEach("select gathering, organisation, persons from employer_attendance \(ofCohort)") {
            employers[try $0[0], default: [:]][try $0[1]] = try $0[2]
        }
        return gatherings.map { gathering in
            Line(
                gathering: gathering, attended: attended[gathering.id] ?? 0, prepared: prepared[gathering.id] ?? 0,
                reflected: reflected[gathering.id] ?? 0, employers: employers[gathering.id] ?? [:])
        }
    }

    private func counts(_ selection: SQL, _ read: borrowing Read) throws -> [GatheringID: Int] {
        var counts: [GatheringID: Int] = [:]
        try read.forEach(selection + " \(ofCohort) group by gathering") { counts[try $0[0]] = try $0[1] }
        return counts
    }

    private var ofCohort: SQL { "where gathering in (select id from gathering where cohort = \(cohort))" }
}

/// A trainee's gatherings by their dates, each with what was done about it.
package struct TraineeGatherings: Query {
    package struct Line: Hashable, Sendable {
        package let gathering: Gathering
        package let attended: [LocalDate]
        package let isPrepared: Bool
        package let reflection: Reflection?
    }

    package static let permission = Permission.readReflections
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID

    package init(trainee: TraineeID) { self.trainee = trainee }

    package func fetch(in read: borrowing Read) throws -> [Line] {
        let (trainee, _) = try read.trainee(trainee)
        let presence = try Presence(of: trainee.id, read)
        var reflections: [GatheringID: Reflection] = [:]
        try read.forEach(
            "select gathering, outcome, content, participation from reflection where trainee = \(trainee.id)"
        ) {
            reflections[try $0[0]] = Reflection(outcome: try $0[1], content: try $0[2], participation: try $0[3])
        }
        return try Gathering.standing(in: trainee.cohort, read).filter(\.kind.isForTrainees).map { gathering in
            Line(
                gathering: gathering, attended: presence.days[gathering.id] ?? [],
                isPrepared: presence.prepared.contains(gathering.id),
                reflection: reflections[gathering.id])
        }
    }
}
