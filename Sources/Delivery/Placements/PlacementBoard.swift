import KohortCore
import KohortStore

/// A cohort's placements: hosts down, time across. However many trainees, a handful of statements.
package struct PlacementBoard: Query {
    package struct Answer: Hashable, Sendable {
        package let cohort: CohortID
        package let period: Period
        package let rows: [Row]
        /// Trainees in the programme for whom nothing is planned.
        package let unplanned: [Trainee]
    }

    /// One host with those who work there.
    package struct Row: Hashable, Sendable {
        package let host: OrganisationID
        package let name: String
        /// By their first day.
        package let bars: [Bar]
    }

    package struct Bar: Hashable, Sendable {
        package let placement: Placement
        package let trainee: Trainee
        package let unit: String?
        package let supervisor: Follower?
        package let lacksSupervisor: Bool
        /// The programme's rules that it breaks as things are now.
        package let faults: [FieldProblem]
    }

    package static let permission = Permission.readTrainees
    package let scope = Scope.anywhere
    package let cohort: CohortReference

    package init(cohort: CohortReference) { self.cohort = cohort }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let picture = try CohortPicture(of: cohort, by: Self.permission, read)
        let hosts = try Hosts.on(picture.today, read)
        let contacts = try read.ask(PeopleDirectory.self).find(picture.people, read)
        let faults = try PlanFaults(of: picture, read)
        let bars = picture.trainees.flatMap { self.bars(of: $0, in: picture, hosts, contacts, faults) }
        let rows = Dictionary(grouping: bars, by: \.placement.host).map { host, bars in
            Row(host: host, name: hosts.name(of: host), bars: bars.sorted(by: Bar.isEarlier))
        }
        return Answer(
            cohort: picture.cohort.id, period: picture.cohort.period,
            rows: rows.sorted { ($0.name.alphabetical, $0.host) < ($1.name.alphabetical, $1.host) },
            unplanned: picture.trainees.filter { $0.state.isOpen && picture.placements(of: $0.id).isEmpty })
    }

    private func bars(
        of trainee: Trainee, in picture: CohortPicture, _ hosts: Hosts, _ contacts: [PersonID: Contact],
        _ faults: PlanFaults
    ) -> [Bar] {
        let placements = picture.placements(of: trainee.id)
        let broken = faults.faults(of: trainee, placements)
        let lacking = trainee.state.isOpen ? Set(picture.unsupervised(of: trainee.id).map(\.id)) : []
        return placements.map { placement in
            Bar(
                placement: placement, trainee: trainee,
                unit: placement.unit.flatMap { hosts.unit($0, of: placement.host)?.name },
                supervisor: picture.supervision(of: placement.id).map { Follower($0.person, contacts) },
                lacksSupervisor: lacking.contains(placement.id), faults: broken[placement.id] ?? [])
        }
    }
}

extension PlacementBoard.Bar {
    fileprivate static func isEarlier(_ left: Self, _ right: Self) -> Bool {
        (left.placement.period.start, left.placement.id) < (right.placement.period.start, right.placement.id)
    }
}
