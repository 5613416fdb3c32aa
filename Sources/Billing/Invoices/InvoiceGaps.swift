import KohortCore

/// What still keeps a draft from being issued, and whose it is. No official rule looks at all of this, and a number once
/// given cannot be taken back.
enum InvoiceGaps {
    /// Each with the field `seller.…` or `payer.…` and the code `invoice.missing`, or another code where something
    /// stands there that does not fit.
    static func all(_ seller: SellerDetails?, _ payer: PayerDetails?, of name: PayerName, _ charges: [Charge])
        -> [FieldProblem]
    {
        of(seller, charges) + of(payer, name.name)
    }

    private static func of(_ seller: SellerDetails?, _ charges: [Charge]) -> [FieldProblem] {
        guard let seller else { return [missing("seller", "")] }
        var gaps: [FieldProblem] = []
        if seller.organisationNumber == nil { gaps.append(missing("seller.organisation_number", seller.name)) }
        if seller.account == nil { gaps.append(missing("seller.account", seller.name)) }
        if seller.treatment == nil { gaps.append(missing("seller.treatment", seller.name)) }
        if charges.contains(where: { $0.amount.currency != seller.address.country.currency }) {
            gaps.append(FieldProblem("seller.currency", "invoice.other_currency", ["whose": seller.name]))
        }
        return gaps
    }

    private static func of(_ payer: PayerDetails?, _ name: String) -> [FieldProblem] {
        guard let payer else { return [missing("payer", name)] }
        var gaps: [FieldProblem] = []
        if payer.organisationNumber == nil { gaps.append(missing("payer.organisation_number", name)) }
        if payer.electronicAddress == nil { gaps.append(missing("payer.endpoint", name)) }
        if payer.buyerReference == nil { gaps.append(missing("payer.buyer_reference", name)) }
        return gaps
    }

    private static func missing(_ field: String, _ whose: String) -> FieldProblem {
        FieldProblem(field, "invoice.missing", ["whose": whose])
    }
}
