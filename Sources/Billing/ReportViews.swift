import KohortStore

extension BillingSchema {
    /// What reporting may read of billing: ids, codes, dates and amounts, nothing about a person but a trainee's id.
    static let reportViews: [ReportView] = [
        ReportView(
            "report_charge",
            """
            select id as charge, cohort, trainee, organisation, payer, fee, part, amount, currency, state, charged_at,
                invoice
            from charge
            """),
        ReportView(
            "report_commitment",
            "select id as commitment, payer, cohort, amount, currency, committed_at from commitment"),
        ReportView(
            "report_invoice",
            """
            select id as document, kind, number, payer, cohort, original, issued_on, due_on, currency, net, vat, gross
            from issued_document
            """),
    ]
}
