import KohortCore
import KohortStore

extension Charge: Record {
    package static let table: StaticString = "charge"
    package static let columns: [StaticString] = [
        "id", "cohort", "trainee", "organisation", "payer", "fee", "part", "name", "amount", "currency", "state",
        "charged_at", "commitment", "invoice", "full_amount",
    ]

    package init(_ tuple: borrowing Tuple) throws {
        id = try tuple[0]
        cohort = try tuple[1]
        trainee = try tuple[2]
        organisation = try tuple[3]
        payer = try tuple[4]
        fee = try tuple[5]
        part = try tuple[6]
        name = try tuple[7]
        let currency: Currency = try tuple[9]
        amount = Money(minorUnits: try tuple[8], currency)
        state = try tuple[10]
        chargedAt = try tuple[11]
        commitment = try tuple[12]
        invoice = try tuple[13]
        let fullAmount: Int64? = try tuple[14]
        self.fullAmount = fullAmount.map { Money(minorUnits: $0, currency) }
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, cohort.sqlValue, trainee.sqlValue, organisation.sqlValue, payer.sqlValue, fee.sqlValue,
            part.sqlValue, name.sqlValue, amount.minorUnits.sqlValue, amount.currency.sqlValue, state.sqlValue,
            chargedAt.sqlValue, commitment.sqlValue, invoice.sqlValue, (fullAmount?.minorUnits).sqlValue,
        ]
    }

    /// What stands on a draft or a document, in the order in which it was charged.
    static func all(on invoice: InvoiceID, in read: borrowing Read) throws -> [Charge] {
        try read.all(Charge.self, "where invoice = \(invoice) order by fee, amount desc, charged_at, id")
    }

    /// What a payer has committed to in a cohort and has on no document yet.
    static func committed(by payer: OrganisationID, in cohort: CohortID, _ read: borrowing Read) throws -> [Charge] {
        try read.all(
            Charge.self,
            """
            where payer = \(payer) and cohort = \(cohort) and state = \(ChargeState.committed)
            order by fee, amount desc, charged_at, id
            """)
    }

    /// The condition that a row is the same fee for the same trainee, or for the same member of the same cohort.
    static func same(
        _ fee: Slug, of trainee: TraineeID?, by organisation: OrganisationID, in cohort: CohortID
    ) -> SQL {
        guard let trainee else {
            return "trainee is null and cohort = \(cohort) and organisation = \(organisation) and fee = \(fee)"
        }
        return "trainee = \(trainee) and fee = \(fee)"
    }
}
