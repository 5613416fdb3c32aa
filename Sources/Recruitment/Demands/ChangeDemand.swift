import KohortCore
import KohortStore

/// An employer changes what it asks for, by the demand deadline and until the lead has decided.
package struct ChangeDemand: Command {
    package static let permission = Permission.changeDemand
    package static let events: [any Event.Type] = [DemandChanged.self]
    package var scope: Scope { .organisation(organisation) }
    package let demand: DemandID
    package let organisation: OrganisationID
    package let terms: DemandTerms

    package init(demand: DemandID, organisation: OrganisationID, terms: DemandTerms) {
        (self.demand, self.organisation, self.terms) = (demand, organisation, terms)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let (stated, round) = try write.find(demand, of: organisation)
        try round.demandDeadline.check(write.now)
        let changed = try stated.changed(to: terms)
        try write.read.intake(of: round).check(field: changed.terms.field)
        guard changed != stated else { return Done() }
        try write.update(changed)
        try write.record(
            DemandChanged(demand: demand, round: round.id, organisation: organisation, asked: changed.terms.asked))
        return Done()
    }
}
