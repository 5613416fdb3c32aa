import KohortCore
import KohortStore

/// Names the supervisor of a placement (KS11-21, KS11-25), in place of the former one, who stays in the history.
package struct NameSupervisor: Command {
    package static let permission = Permission.nameSupervisor
    package static let events: [any Event.Type] = [SupervisorNamed.self, SupervisorEnded.self]
    package var scope: Scope { .placement(placement) }
    package let id: SupervisionID
    package let placement: PlacementID
    package let contact: Contact
    package let holdsAuthority: Bool

    package init(id: SupervisionID, placement: PlacementID, contact: Contact, holdsAuthority: Bool = false) {
        (self.id, self.placement) = (id, placement)
        (self.contact, self.holdsAuthority) = (contact, holdsAuthority)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let placement = try write.find(Placement.self, placement)
        let found = try write.present(placement.trainee)
        if holdsAuthority, !found.cohort.rules.roles.supervisorMayBeEmployer {
            throw Rejection.conflict("supervisor.authority")
        }
        let person = try write.enrol(contact)
        guard person != found.trainee.person else { throw Rejection.conflict("supervisor.is_trainee") }
        if let current = try Supervision.current(of: placement.id, in: write.read), current.person == person {
            try write.change(current, holdsAuthority, in: found)
            return Done()
        }
        try checkOwn(person, placement, of: found, write.read)
        try write.endSupervision(of: placement.id, in: found)
        let supervision = Supervision(
            id: id, placement: placement.id, person: person, holdsAuthority: holdsAuthority, from: found.today)
        try write.insert(supervision)
        try write.checkMentors(of: found, else: "supervisor.is_mentor")
        try write.tell(person, of: found.trainee.id, as: .supervisor, in: placement.id)
        try write.record(SupervisorNamed(supervision, of: found.trainee))
        return Done()
    }

    /// Where the host of an optional period names a supervisor of its own, that is nobody who supervises another of
    /// the trainee's periods (KS11-30).
    private func checkOwn(
        _ person: PersonID, _ placement: Placement, of found: TraineeInCohort, _ read: borrowing Read
    ) throws {
        let others = try read.all(
            Placement.self,
            """
            where trainee = \(placement.trainee) and id <> \(placement.id) and id in
                (select placement from supervision where person = \(person) and until_on is null)
            """)
        guard !others.isEmpty else { return }
        let pattern = found.cohort.rules.periods
        if ([placement] + others).contains(where: { pattern.hasOwnSupervisor($0.part) }) {
            throw Rejection.conflict("supervisor.not_own")
        }
    }
}

extension PeriodPattern {
    fileprivate func hasOwnSupervisor(_ part: Placement.Part) -> Bool {
        part.optional.flatMap { optional($0) }?.ownSupervisor ?? false
    }
}

extension Write {
    /// The same person goes on, with or without the employer's authority.
    fileprivate func change(_ current: Supervision, _ holdsAuthority: Bool, in found: TraineeInCohort) throws {
        guard current.holdsAuthority != holdsAuthority else { return }
        var current = current
        current.holdsAuthority = holdsAuthority
        try update(current)
        try record(SupervisorNamed(current, of: found.trainee))
    }

    func endSupervision(of placement: PlacementID, in found: TraineeInCohort) throws {
        guard var current = try Supervision.current(of: placement, in: read) else { return }
        current.until = found.today
        try update(current)
        try record(SupervisorEnded(current, of: found.trainee))
    }
}
