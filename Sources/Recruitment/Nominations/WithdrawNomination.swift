import KohortCore
import KohortStore

/// The employer takes back a nomination, as long as the round is not closed.
package struct WithdrawNomination: Command {
    package static let permission = Permission.withdrawNomination
    package static let events: [any Event.Type] = [NominationWithdrawn.self]
    package var scope: Scope { .organisation(organisation) }

    package let nomination: NominationID
    package let organisation: OrganisationID

    package init(nomination: NominationID, organisation: OrganisationID) {
        (self.nomination, self.organisation) = (nomination, organisation)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        var nomination = try write.find(Nomination.self, nomination)
        guard nomination.organisation == organisation else { throw Rejection.notFound }
        guard nomination.withdrawnAt == nil else { throw Rejection.conflict("nomination.withdrawn") }
        try write.find(Round.self, nomination.round).checkNotClosed()
        nomination.withdrawnAt = write.now
        try write.update(nomination)
        try write.record(
            NominationWithdrawn(
                nomination: nomination.id, round: nomination.round, organisation: organisation,
                person: nomination.person))
        return Done()
    }
}
