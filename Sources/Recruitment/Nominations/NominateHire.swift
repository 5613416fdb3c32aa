import KohortCore
import KohortStore

/// A member enrols its own newly hired graduate in a round that is not closed yet, once.
package struct NominateHire: Command {
    package static let permission = Permission.nominateHire
    package static let events: [any Event.Type] = [HireNominated.self]
    package var scope: Scope { .organisation(organisation) }

    package let nomination: NominationID
    package let round: RoundID
    package let organisation: OrganisationID
    package let hire: Hire

    /// Who was hired, and how.
    package struct Hire: Hashable, Sendable, Codable {
        package let name: String
        package let email: EmailAddress
        package let language: Language
        package let field: String
        /// The recommended one where none is named.
        package let contract: ContractKind?
        package let hiredOn: LocalDate

        package init(
            name: String, email: EmailAddress, language: Language, field: String, contract: ContractKind? = nil,
            hiredOn: LocalDate
        ) {
            (self.name, self.email, self.language) = (name, email, language)
            (self.field, self.contract, self.hiredOn) = (field, contract, hiredOn)
        }
    }

    package init(nomination: NominationID, round: RoundID, organisation: OrganisationID, hire: Hire) {
        (self.nomination, self.round) = (nomination, round)
        (self.organisation, self.hire) = (organisation, hire)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let round = try write.find(Round.self, round)
        try round.checkNotClosed()
        try write.checkMember(organisation, in: round)
        let nomination = try nomination(on: try write.read.intake(of: round), in: write)
        try checkHasNoPlace(nomination.person, in: write.read)
        try write.insert(nomination)
        try write.record(
            HireNominated(
                nomination: nomination.id, round: round.id, organisation: organisation, person: nomination.person,
                contract: nomination.contract, hiredOn: nomination.hiredOn))
        return Done()
    }

    private func nomination(on terms: IntakeTerms, in write: borrowing Write) throws -> Nomination {
        var problems: [FieldProblem] = []
        let name = WrittenText.line(hire.name, field: "name", problems: &problems)
        let field = WrittenText.line(hire.field, field: "field", limit: 100, problems: &problems)
        try problems.throwIfAny()
        try terms.check(field: field)
        let contract = try terms.contract(hire.contract)
        let person = try write.ask(ApplicantDirectory.self).enrol(hire.email, name, hire.language, write)
        return Nomination(
            id: nomination, round: round, organisation: organisation, person: person, name: name, email: hire.email,
            field: field, contract: contract, hiredOn: hire.hiredOn, nominatedAt: write.now)
    }

    private func checkHasNoPlace(_ person: PersonID, in read: borrowing Read) throws {
        let nominated = try read.count(
            "select count(*) from nomination where round = \(round) and person = \(person) and withdrawn_at is null")
        guard nominated == 0 else { throw Rejection.conflict("nomination.already_made") }
        let accepted = try read.count(
            """
            select count(*) from offer o join candidacy c on c.id = o.candidacy
            where o.round = \(round) and o.state = 'accepted' and c.person = \(person)
            """)
        guard accepted == 0 else { throw Rejection.conflict("nomination.has_position") }
    }
}
