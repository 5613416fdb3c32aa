import KohortCore
import KohortStore

/// What an employer asks for in a round (KS11-11); once approved and published it is a vacancy.
package struct Demand: Hashable, Sendable {
    package let id: DemandID
    package let round: RoundID
    package let organisation: OrganisationID
    package internal(set) var terms: DemandTerms
    /// The places that can be filled: as many as were asked for, until the lead approves another number.
    package internal(set) var positions: Int
    package internal(set) var state: DemandState
    /// Stated after the deadline, by the lead's override (KS11-2).
    package let isLate: Bool
    package let statedAt: Instant
    package internal(set) var decidedAt: Instant?
}

/// Where a demand stands. Only a stated one can be changed or decided.
package enum DemandState: String, Hashable, Sendable, Codable, CaseIterable, Storable {
    case stated, approved, declined, withdrawn
}

extension Demand {
    /// A new demand as the employer states it; terms that are wrong are refused.
    static func stated(
        _ id: DemandID, by organisation: OrganisationID, in round: Round, _ terms: DemandTerms, at now: Instant,
        isLate: Bool
    ) throws(Rejection) -> Demand {
        let terms = try terms.checked()
        return Demand(
            id: id, round: round.id, organisation: organisation, terms: terms, positions: terms.asked, state: .stated,
            isLate: isLate, statedAt: now)
    }

    func changed(to terms: DemandTerms) throws(Rejection) -> Demand {
        try checkUndecided()
        var demand = self
        demand.terms = try terms.checked()
        demand.positions = demand.terms.asked
        return demand
    }

    /// Approved for at most as many places as were asked for.
    func approved(positions: Int, at now: Instant) throws(Rejection) -> Demand {
        try checkUndecided()
        if let problem = NumberRange.problem(positions, in: 1...terms.asked, field: "positions") {
            throw .invalid([problem])
        }
        var demand = self
        (demand.state, demand.positions, demand.decidedAt) = (.approved, positions, now)
        return demand
    }

    func declined(at now: Instant) throws(Rejection) -> Demand {
        try checkUndecided()
        var demand = self
        (demand.state, demand.decidedAt) = (.declined, now)
        return demand
    }

    /// An approved demand can be withdrawn too: an employer may lose its budget.
    func withdrawn() throws(Rejection) -> Demand {
        guard state == .stated || state == .approved else { throw .conflict("demand.ended") }
        var demand = self
        demand.state = .withdrawn
        return demand
    }

    private func checkUndecided() throws(Rejection) {
        if state != .stated { throw .conflict("demand.decided") }
    }
}
