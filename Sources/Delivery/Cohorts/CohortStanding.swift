import KohortCore
import KohortStore

/// How a cohort stands, and who of its employers has something left to do (BD-5).
package struct CohortStanding: Query {
    package struct Answer: Equatable, Sendable {
        package let cohort: CohortPlan
        package let stage: CohortStage
        /// Those who have trainees in it, by name; as far as the actor reaches.
        package let employers: [Employer]
    }

    /// What one employer has still to do.
    package struct Employer: Hashable, Sendable {
        package let organisation: OrganisationID
        package let name: String
        /// In the programme or about to start.
        package let trainees: Int
        /// Before its trainees start (KS11-20).
        package let missing: [StartRequirement]
        package let withoutMentor: Int
        package let withoutPlan: Int
        package let withoutSupervisor: Int
        package let overdueTalks: Int

        package var hasDelivered: Bool {
            missing.isEmpty && withoutMentor + withoutPlan + withoutSupervisor + overdueTalks == 0
        }
    }

    package static let permission = Permission.readCohorts
    package let scope = Scope.anywhere
    package let cohort: CohortReference

    package init(cohort: CohortReference) { self.cohort = cohort }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let picture = try CohortPicture(of: cohort, by: Self.permission, read)
        let hosts = try Hosts.on(picture.today, read)
        let overdue = Dictionary(
            grouping: try OverdueTalks.lines(in: picture.cohort, by: Self.permission, read), by: \.employer)
        let open = Dictionary(grouping: picture.trainees.filter(\.state.isOpen), by: \.employer)
        let isClosed = try CohortClosing.isClosed(picture.cohort.id, in: read)
        var employers: [Employer] = []
        for (employer, trainees) in open where try read.reach(of: Self.permission).contains(employer) {
            let missing = try StartRequirement.missing(at: employer, in: picture.cohort, read)
            employers.append(
                Employer(
                    employer, named: hosts.name(of: employer), missing, trainees, in: picture,
                    overdue: overdue[employer]?.count ?? 0))
        }
        return Answer(
            cohort: picture.cohort,
            stage: CohortStage(of: picture.cohort, isClosed: isClosed, on: picture.today),
            employers: employers.sorted {
                ($0.name.alphabetical, $0.organisation) < ($1.name.alphabetical, $1.organisation)
            })
    }
}

extension CohortStanding.Employer {
    fileprivate init(
        _ organisation: OrganisationID, named name: String, _ missing: [StartRequirement], _ trainees: [Trainee],
        in picture: CohortPicture, overdue: Int
    ) {
        let asksForMentor = picture.cohort.rules.roles.mentor != nil
        (self.organisation, self.name, self.missing) = (organisation, name, missing)
        (self.trainees, overdueTalks) = (trainees.count, overdue)
        withoutMentor = asksForMentor ? trainees.count { picture.mentorship(of: $0.id)?.state != .active } : 0
        withoutPlan = trainees.count { picture.placements(of: $0.id).isEmpty }
        withoutSupervisor = trainees.count { !picture.unsupervised(of: $0.id).isEmpty }
    }
}
