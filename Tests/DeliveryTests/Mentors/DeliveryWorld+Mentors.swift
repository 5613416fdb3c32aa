import KohortCore
import KohortStore

@testable import Delivery

extension ProgrammeRules {
    /// Romerike's mentors: of another member's pool, outside the trainee's organisation, with their own word.
    static let romerike = ProgrammeRules.sample(
        periods: .homeAwayHome,
        roles: RoleRules(
            mentor: MentorRules(independentOf: .organisation, chosenFrom: .anotherMember, accepts: true)))
}

extension DeliveryWorld {
    @discardableResult func mentor(
        _ name: String, of trainee: TraineeID, employedBy: OrganisationID? = nil, on day: String = "2011-09-15"
    ) async throws -> MentorshipID {
        let id = MentorshipID.new()
        try await perform(
            NameMentor(id: id, trainee: trainee, contact: try .sample(name), employedBy: employedBy), on: day)
        return id
    }

    @discardableResult func supervisor(
        _ name: String, of placement: PlacementID, holdsAuthority: Bool = false, on day: String = "2011-09-15"
    ) async throws -> SupervisionID {
        let id = SupervisionID.new()
        try await perform(
            NameSupervisor(
                id: id, placement: placement, contact: try .sample(name), holdsAuthority: holdsAuthority), on: day)
        return id
    }

    func person(_ name: String) throws -> PersonID { people.person(try .sample(name)) }

    func mentorships(of trainee: TraineeID) async throws -> [Mentorship] {
        try await fetch(Rows<Mentorship>(rest: "where trainee = \(trainee) order by named_at, id"))
    }
}
