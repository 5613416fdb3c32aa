import KohortCore
import KohortStore

/// A cohort's trainees with their placements and people, read in one statement each however many they are.
struct CohortPicture {
    let cohort: CohortPlan
    let today: LocalDate
    /// As far as the actor reaches: the lead all, an employer its own and those whom it hosts; by name.
    let trainees: [Trainee]
    private let placements: [TraineeID: [Placement]]
    private let mentorships: [TraineeID: Mentorship]
    private let supervisions: [PlacementID: Supervision]

    init(of reference: CohortReference, by permission: Permission, _ read: borrowing Read) throws {
        cohort = try read.ask(CohortDirectory.self).find(reference, read)
        today = cohort.zone.date(at: read.now)
        let reach = try read.reach(of: permission)
        let reached = Self.trainees(of: cohort.id, within: reach)
        trainees = try read.all(Trainee.self, "where id in (\(reached)) order by id")
            .sorted { ($0.name.alphabetical, $0.id) < ($1.name.alphabetical, $1.id) }
            .map { $0.seen(within: reach) }
        placements = Dictionary(
            grouping: try read.all(Placement.self, "where trainee in (\(reached)) order by starts_on, id"),
            by: \.trainee)
        mentorships = Dictionary(
            try read.all(
                Mentorship.self,
                "where trainee in (\(reached)) and state in ('proposed', 'active') order by state, id"
            ).map { ($0.trainee, $0) }, uniquingKeysWith: { first, _ in first })
        supervisions = Dictionary(
            try read.all(
                Supervision.self,
                """
                where until_on is null and placement in (select id from placement where trainee in (\(reached)))
                """
            ).map { ($0.placement, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The ids of the trainees whom the actor may see in a list.
    private static func trainees(of cohort: CohortID, within reach: Reach) -> SQL {
        let all: SQL = "select id from trainee where cohort = \(cohort) and state <> 'removed'"
        switch reach {
        case .all: return all
        case .organisations(let own):
            let hosted: SQL = "select trainee from placement where host in (\(list: own.sorted()))"
            return all + " and (employer in (\(list: own.sorted())) or id in (\(hosted)))"
        }
    }

    func placements(of trainee: TraineeID) -> [Placement] { placements[trainee] ?? [] }
    /// The mentor, or who is asked where there is none.
    func mentorship(of trainee: TraineeID) -> Mentorship? { mentorships[trainee] }
    func supervision(of placement: PlacementID) -> Supervision? { supervisions[placement] }

    func current(of trainee: TraineeID) -> Placement? {
        placements(of: trainee).first { $0.period.contains(today) }
    }

    /// Where each period has a supervisor, those of a trainee that lack one and are not over.
    func unsupervised(of trainee: TraineeID) -> [Placement] {
        guard cohort.rules.roles.supervisorPerPeriod else { return [] }
        return placements(of: trainee).filter { $0.period.end > today && supervisions[$0.id] == nil }
    }

    /// Everybody who follows one of the trainees.
    var people: Set<PersonID> {
        Set(mentorships.values.map(\.person)).union(supervisions.values.map(\.person))
    }
}
