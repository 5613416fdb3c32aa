import KohortCore
import KohortStore

/// On what terms, and in which fields, a programme takes people in.
package struct IntakeTerms: Hashable, Sendable {
    /// Those that the programme has, the recommended one first (KS11-17).
    package let contracts: [ContractKind]
    package let selection: SelectionRules

    package init(contracts: [ContractKind], selection: SelectionRules) {
        (self.contracts, self.selection) = (contracts, selection)
    }

    /// The contract that was asked for, or the recommended one where none was; one that the programme does not have is
    /// refused.
    func contract(_ asked: ContractKind?) throws(Rejection) -> ContractKind {
        guard let contract = asked ?? contracts.first, contracts.contains(contract) else {
            throw .invalid("contract", "contract.not_in_programme")
        }
        return contract
    }

    /// Throws for a field that a programme with limited fields does not take in (GEN-5).
    func check(field: String) throws(Rejection) {
        if !selection.admits(field: field) { throw .invalid("field", "field.limited") }
    }
}

/// The terms of one round's programme, for forms that ask for a contract.
package struct RoundIntake: Query {
    package static let permission = Permission.readRounds
    package let scope = Scope.anywhere
    package let round: RoundReference

    package init(round: RoundReference) { self.round = round }

    package func fetch(in read: borrowing Read) throws -> IntakeTerms { try read.intake(of: try read.find(round)) }
}

extension Read {
    func intake(of round: Round) throws -> IntakeTerms { try ask(IntakeDirectory.self).terms(round.cohort, self) }
}
