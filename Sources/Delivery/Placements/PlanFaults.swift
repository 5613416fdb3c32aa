import KohortCore
import KohortStore

/// A cohort's plans held against the programme's rules as hosts, leaves and extensions are now: a plan that was right
/// when it was made may be no longer. However many trainees, two statements and one reading of the hosts a first day.
struct PlanFaults {
    private let cohort: CohortPlan
    private let added: [TraineeID: [Period]]
    private let hosts: [LocalDate: Hosts]

    init(of picture: CohortPicture, _ read: borrowing Read) throws {
        cohort = picture.cohort
        let own: SQL = "where trainee in (select id from trainee where cohort = \(cohort.id))"
        let leaves = try read.all(Leave.self, own).map { (trainee: $0.trainee, period: $0.period) }
        let extensions = try read.all(TraineeExtension.self, own).map { (trainee: $0.trainee, period: $0.period) }
        added = Dictionary(grouping: leaves + extensions) { $0.trainee }.mapValues { days in days.map { $0.period } }
        let open = picture.trainees.filter(\.state.isOpen).flatMap { picture.placements(of: $0.id) }
        var hosts: [LocalDate: Hosts] = [:]
        for day in Set(open.map(\.period.start)) { hosts[day] = try Hosts.on(day, read) }
        self.hosts = hosts
    }

    /// What is wrong, by placement; what concerns the whole plan stands at its first one. Nothing once it has ended.
    func faults(of trainee: Trainee, _ placements: [Placement]) -> [PlacementID: [FieldProblem]] {
        guard trainee.state.isOpen, !placements.isEmpty else { return [:] }
        let rules = PlacementRules(
            pattern: cohort.rules.periods, employer: trainee.employer, within: trainee.period,
            added: added[trainee.id] ?? [], hosts: hosts)
        let problems = rules.problems(in: placements.map { PlacementItem($0) })
        return Dictionary(grouping: problems) { placements[$0.line ?? 0].id }
    }
}

extension FieldProblem {
    /// The line of a plan that it is about; nil where it is about the whole.
    var line: Int? { field.firstMatch(of: /^placements\[(\d+)\]/).flatMap { Int($0.output.1) } }
}
