import KohortCore
import KohortStore

/// All that one trainee's page shows.
package struct TraineeDetail: Query {
    package struct Answer: Equatable, Sendable {
        package let trainee: Trainee
        package let cohort: CohortPlan
        /// On the trainee's side of the cohort: nothing of it changes any more.
        package let isClosed: Bool
        package let employer: String
        package let placements: [PlacementLine]
        /// The mentor, who is asked to be, and those of before; the last named first.
        package let mentors: [MentorLine]
        /// Whom the coordinator marked as line; empty for who may not mark.
        package let line: [Follower]
        package let leaves: [LeaveLine]
        package let extensions: [ExtensionLine]
        package let outcomes: [OutcomeFact]
        package let checklist: [ChecklistLine]
        /// Why the trainee cannot start (KS11-20).
        package let missing: [StartRequirement]
        /// What must be done before completion.
        package let closing: [ClosingStep]
    }

    package static let permission = Permission.readTrainee
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID

    package init(trainee: TraineeID) { self.trainee = trainee }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let found = try read.inCohort(trainee)
        let rows = try TraineeRows(of: found, read)
        let hosts = try Hosts.on(found.today, read)
        let contacts = try read.ask(PeopleDirectory.self).find(rows.people, read)
        let reach = try read.reach(of: .recordLeave)
        let isPrivy = reach.contains(found.trainee.employer)
        let ticks = try Checklist.ticks(of: trainee, in: read)
        return Answer(
            trainee: found.trainee.seen(within: reach), cohort: found.cohort,
            isClosed: try CohortClosing.isClosed(found.cohort.id, in: read),
            employer: hosts.name(of: found.trainee.employer),
            placements: rows.placementLines(found, hosts, contacts),
            mentors: rows.mentorships.reversed().map {
                MentorLine(mentorship: $0, follower: Follower($0.person, contacts))
            },
            line: isPrivy ? rows.marked.map { Follower($0, contacts) } : [],
            leaves: rows.leaves.map { LeaveLine($0, tellingReason: isPrivy) },
            extensions: rows.extensions.map { ExtensionLine($0, tellingReason: isPrivy) },
            outcomes: try OutcomeFact.all(of: trainee, in: read),
            checklist: found.cohort.rules.checklist.map { ChecklistLine(item: $0, tickedOn: ticks[$0.slug]) },
            missing: found.trainee.state == .blocked
                ? try StartRequirement.missing(at: found.trainee.employer, in: found.cohort, read) : [],
            closing: try ClosingSteps.missing(of: found.trainee, in: found.cohort, read))
    }
}
