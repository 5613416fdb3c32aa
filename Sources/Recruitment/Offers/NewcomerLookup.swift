import KohortCore
import KohortStore

/// Whom a round brings into its cohort, for a port of another module.
package enum NewcomerLookup {
    package struct Found: Sendable {
        package let person: PersonID
        package let name: String
        /// By its slug in the programme definition.
        package let cohort: Slug
        package let employer: OrganisationID
        package let field: String
        package let contract: ContractKind
        /// When the employer hired a graduate whom it nominated itself.
        package let hiredOn: LocalDate?
    }

    /// The person who accepted an offer; `notFound` when nobody has.
    package static func accepted(_ offer: OfferID, in read: borrowing Read) throws -> Found {
        let offer = try read.find(Offer.self, offer)
        guard offer.state == .accepted else { throw Rejection.notFound }
        let candidacy = try read.find(Candidacy.self, offer.candidacy)
        let demand = try read.find(Demand.self, offer.demand)
        return Found(
            person: candidacy.person, name: candidacy.details.name,
            cohort: try read.find(Round.self, offer.round).cohort,
            employer: offer.organisation, field: demand.terms.field, contract: offer.contract, hiredOn: nil)
    }

    /// The graduate whom an employer nominated (KS11-15).
    package static func nominated(_ nomination: NominationID, in read: borrowing Read) throws -> Found {
        let nomination = try read.find(Nomination.self, nomination)
        return Found(
            person: nomination.person, name: nomination.name,
            cohort: try read.find(Round.self, nomination.round).cohort,
            employer: nomination.organisation, field: nomination.field, contract: nomination.contract,
            hiredOn: nomination.hiredOn)
    }
}
