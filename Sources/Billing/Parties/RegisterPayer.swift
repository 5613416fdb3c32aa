import KohortCore
import KohortStore

/// Says who pays for an organisation, or says it anew; it keeps its number.
package struct RegisterPayer: Command {
    package static let permission = Permission.registerParty
    package static let events: [any Event.Type] = [PayerRegistered.self]
    package var scope: Scope { .consortium }
    package let organisation: OrganisationID
    package let form: PayerForm

    package init(organisation: OrganisationID, _ form: PayerForm) {
        (self.organisation, self.form) = (organisation, form)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        guard try write.ask(PayerDirectory.self).names(write.read)[organisation] != nil else {
            throw Rejection.notFound
        }
        let details = try form.checked()
        if let known = try PayerEntry.of(organisation, in: write.read) {
            try write.update(PayerEntry(organisation, number: known.number, details, at: write.now))
        } else {
            let number = try write.count("select coalesce(max(number), 0) + 1 from payer")
            try write.insert(PayerEntry(organisation, number: number, details, at: write.now))
        }
        try write.record(PayerRegistered(payer: organisation))
        return Done()
    }
}

/// Who pays for an organisation was said, or said anew.
package struct PayerRegistered: Event, Hashable {
    package static let name = "billing.payer.registered"
    package let payer: OrganisationID
    package var subject: Subject { Subject("organisation", payer) }
    package var audience: Audience { .organisation(payer) }
}
