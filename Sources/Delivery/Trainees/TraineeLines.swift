import KohortCore
import KohortStore

/// A placement on a trainee's page.
package struct PlacementLine: Hashable, Sendable {
    package let placement: Placement
    package let host: String
    package let unit: String?
    /// The supervisor and those of before; the last named first.
    package let supervisors: [SupervisorLine]
    package let lacksSupervisor: Bool
}

package struct SupervisorLine: Hashable, Sendable {
    package let supervision: Supervision
    package let follower: Follower
}

package struct MentorLine: Hashable, Sendable {
    package let mentorship: Mentorship
    package let follower: Follower
}

/// A leave; its reason is for the lead and the employer alone.
package struct LeaveLine: Hashable, Sendable {
    package let id: LeaveID
    package let period: Period
    package let reason: LeaveReason?

    init(_ leave: Leave, tellingReason: Bool) {
        (id, period, reason) = (leave.id, leave.period, tellingReason ? leave.reason : nil)
    }
}

/// Days that were added; why is for the lead and the employer alone.
package struct ExtensionLine: Hashable, Sendable {
    package let id: TraineeExtensionID
    package let period: Period
    package let reason: String?

    init(_ added: TraineeExtension, tellingReason: Bool) {
        (id, period, reason) = (added.id, added.period, tellingReason ? added.reason : nil)
    }
}

package struct ChecklistLine: Hashable, Sendable {
    package let item: NamedText
    package let tickedOn: LocalDate?
}

/// A trainee's rows, as one page needs them.
struct TraineeRows {
    let placements: [Placement]
    let supervisions: [PlacementID: [Supervision]]
    let mentorships: [Mentorship]
    let leaves: [Leave]
    let extensions: [TraineeExtension]
    let marked: [PersonID]

    init(of found: TraineeInCohort, _ read: borrowing Read) throws {
        let trainee = found.trainee.id
        placements = try Placement.all(of: trainee, in: read)
        supervisions = Dictionary(grouping: try Supervision.all(of: trainee, in: read), by: \.placement)
        mentorships = try Mentorship.all(of: trainee, in: read)
        leaves = try Leave.all(of: trainee, in: read)
        extensions = try TraineeExtension.all(of: trainee, in: read)
        marked = try LineMark.all(of: trainee, in: read)
    }

    var people: Set<PersonID> {
        Set(mentorships.map(\.person) + marked + supervisions.values.flatMap { $0.map(\.person) })
    }

    func placementLines(
        _ found: TraineeInCohort, _ hosts: Hosts, _ contacts: [PersonID: Contact]
    ) -> [PlacementLine] {
        let asksForSupervisor = found.trainee.state.isOpen && found.cohort.rules.roles.supervisorPerPeriod
        return placements.map { placement in
            let supervisors = supervisions[placement.id] ?? []
            return PlacementLine(
                placement: placement, host: hosts.name(of: placement.host),
                unit: placement.unit.flatMap { hosts.unit($0, of: placement.host)?.name },
                supervisors: supervisors.reversed().map {
                    SupervisorLine(supervision: $0, follower: Follower($0.person, contacts))
                },
                lacksSupervisor: asksForSupervisor && placement.period.end > found.today
                    && !supervisors.contains { $0.until == nil })
        }
    }
}
