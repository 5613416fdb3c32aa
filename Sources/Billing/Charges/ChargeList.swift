import KohortCore
import KohortStore

/// What is charged and who has committed to it: all of it for the lead, its own for a payer (BB-10). By the payers'
/// names.
package struct ChargeList: Query {
    package struct Answer: Hashable, Sendable {
        package let charges: [Line]
        /// The latest first.
        package let commitments: [CommitmentLine]
        /// What the cohorts of the charges are called.
        package let cohorts: [CohortID: LocalizedText]
    }

    package struct Line: Hashable, Sendable {
        package let charge: Charge
        package let payer: PayerName
    }

    package struct CommitmentLine: Hashable, Sendable {
        package let commitment: Commitment
        package let payer: PayerName
    }

    package static let permission = Permission.readCharges
    package let scope = Scope.anywhere

    package init() {}

    package func fetch(in read: borrowing Read) throws -> Answer {
        let own = try read.payers(within: Self.permission)
        let names = try read.ask(PayerDirectory.self).names(read)
        let charges = try read.all(Charge.self, "where \(own) order by charged_at, id").map {
            Line(charge: $0, payer: try names.name(of: $0.payer))
        }
        let commitments = try read.all(Commitment.self, "where \(own) order by committed_at desc, id desc").map {
            CommitmentLine(commitment: $0, payer: try names.name(of: $0.payer))
        }
        return Answer(
            charges: charges.sorted {
                ($0.payer.name.alphabetical, $0.charge.id) < ($1.payer.name.alphabetical, $1.charge.id)
            },
            commitments: commitments, cohorts: try cohortNames(of: Set(charges.map(\.charge.cohort)), in: read))
    }

    private func cohortNames(of cohorts: Set<CohortID>, in read: borrowing Read) throws -> [CohortID: LocalizedText] {
        let plans = try read.ask(FeePlans.self)
        var names: [CohortID: LocalizedText] = [:]
        for cohort in cohorts { names[cohort] = try plans.of(cohort, read)?.name }
        return names
    }
}

extension Read {
    /// The condition that a row's payer is within the reader's reach.
    func payers(within permission: Permission) throws -> SQL {
        switch try reach(of: permission) {
        case .all: "1 = 1"
        case .organisations(let own): "payer in (\(list: own.sorted()))"
        }
    }

    /// Throws `notFound` unless a payer is within the reader's reach.
    func checkReach(to payer: OrganisationID, by permission: Permission) throws {
        if case .organisations(let own) = try reach(of: permission), !own.contains(payer) { throw Rejection.notFound }
    }
}

extension [OrganisationID: PayerName] {
    /// The name of an organisation that billing holds the key of: the directory knows it, or it is at fault.
    func name(of organisation: OrganisationID) throws -> PayerName {
        guard let name = self[organisation] else { throw StoreFault.unreadable("organisation \(organisation)") }
        return name
    }
}
