import KohortCore
import KohortStore

/// Says who sells, or says it anew: later documents follow it, issued ones keep what they were issued with.
package struct RegisterSeller: Command {
    package static let permission = Permission.registerParty
    package static let events: [any Event.Type] = [SellerRegistered.self]
    package var scope: Scope { .consortium }
    package let form: SellerForm

    package init(_ form: SellerForm) { self.form = form }

    package func perform(in write: borrowing Write) throws -> Done {
        let seller = Seller(write.tenant, try form.checked(), at: write.now)
        let isNew = try Seller.current(in: write.read) == nil
        if isNew { try write.insert(seller) } else { try write.update(seller) }
        try write.record(
            SellerRegistered(
                seller: write.tenant, isVATRegistered: seller.details.isVATRegistered,
                category: seller.details.treatment?.category))
        return Done()
    }
}

/// Who sells was said, or said anew.
package struct SellerRegistered: Event, Hashable {
    package static let name = "billing.seller.registered"
    package let seller: TenantID
    package let isVATRegistered: Bool
    /// UNCL5305; nil while it is undecided.
    package let category: String?
    package var subject: Subject { Subject("tenant", seller) }
    package var audience: Audience { .internal }
}
