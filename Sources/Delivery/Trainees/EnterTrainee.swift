import KohortCore
import KohortStore

/// The lead enters a trainee of a cohort whose round was not held here (ROM-8's cohort of 2013).
package struct EnterTrainee: Command {
    package static let permission = Permission.enterTrainee
    package static let events: [any Event.Type] = [TraineeEnrolled.self, TraineeBlocked.self]
    package var scope: Scope { .consortium }

    package let trainee: TraineeID
    package let cohort: CohortID
    package let employer: OrganisationID
    package let contact: Contact
    package let field: String
    package let contract: ContractKind
    package let startsOn: LocalDate?

    package init(
        trainee: TraineeID, cohort: CohortID, employer: OrganisationID, contact: Contact, field: String,
        contract: ContractKind, startsOn: LocalDate? = nil
    ) {
        (self.trainee, self.cohort, self.employer) = (trainee, cohort, employer)
        (self.contact, self.field) = (contact, field)
        (self.contract, self.startsOn) = (contract, startsOn)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let plan = try write.ask(CohortDirectory.self).find(.id(cohort), write.read)
        let hosts = try write.ask(HostDirectory.self).all(plan.period.start, write.read)
        guard hosts.contains(where: { $0.id == employer && $0.membership != nil }) else {
            throw Rejection.conflict("organisation.not_member")
        }
        var problems: [FieldProblem] = []
        let field = WrittenText.line(field, field: "field", limit: 100, problems: &problems)
        let contact = try contact.checked("name", &problems)
        let person = try write.ask(PeopleDirectory.self).enrol(contact, write)
        let newcomer = Newcomer(
            person: person, name: contact.name, cohort: .id(cohort), employer: employer, field: field,
            contract: contract, startsOn: startsOn)
        _ = try write.enrol(newcomer, because: .entry(trainee), as: trainee)
        return Done()
    }
}

extension Contact {
    /// The contact with its name in order; throws all problems found so far when there is one.
    func checked(_ field: String = "name", _ problems: inout [FieldProblem]) throws(Rejection) -> Contact {
        let name = WrittenText.line(name, field: field, problems: &problems)
        try problems.throwIfAny()
        return Contact(name: name, email: email, language: language)
    }
}
