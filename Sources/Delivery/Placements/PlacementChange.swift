import KohortCore
import KohortStore

/// One plan in place of another: which placements come, move and go.
struct PlacementChange {
    static let events: [any Event.Type] = [
        PlacementPlanned.self, PlacementMoved.self, PlacementCancelled.self, SupervisorEnded.self,
    ]

    private let found: TraineeInCohort
    private let former: [PlacementID: Placement]
    private let planned: [Placement]

    /// Throws when a placement that has begun would go, or start elsewhere or on another day.
    init(of found: TraineeInCohort, from former: [Placement], to items: [PlacementItem]) throws(Rejection) {
        self.found = found
        self.former = Dictionary(uniqueKeysWithValues: former.map { ($0.id, $0) })
        planned = items.compactMap { Placement($0, of: found) }
        guard Set(items.map(\.id)).count == items.count else { throw .conflict("placement.id_twice") }
        for begun in former where begun.period.start <= found.today {
            let stays = items.contains {
                $0.id == begun.id && $0.host == begun.host && $0.startsOn == begun.period.start
            }
            guard stays else { throw .conflict("placement.begun") }
        }
    }

    func perform(in write: borrowing Write) throws {
        let kept = Set(planned.map(\.id))
        for gone in former.values.sorted(by: { $0.period.start < $1.period.start }) where !kept.contains(gone.id) {
            try write.cancel(gone, of: found)
        }
        for placement in planned {
            if let old = former[placement.id] {
                try write.move(old, to: placement, of: found)
            } else {
                try write.plan(placement, of: found)
            }
        }
        try write.checkMentors(of: found, else: "placement.breaks_mentor")
    }
}

extension Placement {
    init?(_ item: PlacementItem, of found: TraineeInCohort) {
        guard let period = item.period else { return nil }
        (id, trainee, part, self.period) = (item.id, found.trainee.id, item.part, period)
        (host, unit) = (item.host, item.unit)
        paidBy = found.cohort.rules.periods.payer(of: item.part)
    }
}

extension Write {
    fileprivate func plan(_ placement: Placement, of found: TraineeInCohort) throws {
        // An id that another trainee's placement bears is nobody's business here.
        guard try first(Placement.self, "where id = \(placement.id)") == nil else { throw Rejection.notFound }
        try insert(placement)
        try record(PlacementPlanned(placement, of: found.trainee.employer))
    }

    /// Moves a placement; another host needs another supervisor (KS11-25).
    func move(_ former: Placement, to placement: Placement, of found: TraineeInCohort) throws {
        guard placement != former else { return }
        try update(placement)
        try record(PlacementMoved(from: former, to: placement, of: found.trainee.employer))
        if placement.host != former.host { try endSupervision(of: placement.id, in: found) }
    }

    /// Takes a placement that never comes out of the plan, with its supervisor's role and what was planned for it.
    func cancel(_ placement: Placement, of found: TraineeInCohort) throws {
        try endSupervision(of: placement.id, in: found)
        try execute("delete from supervision where placement = \(placement.id)")
        try DevelopmentPlan.drop(of: placement.id, in: self)
        try execute("delete from placement where id = \(placement.id)")
        try record(PlacementCancelled(placement, of: found.trainee.employer))
    }
}
