import KohortStore

extension DeliverySchema {
    /// What reporting may read of delivery: ids, states, codes and dates, nothing about a person.
    static let reportViews: [ReportView] = [
        ReportView(
            "report_trainee",
            """
            select id as trainee, cohort, person, employer, entrance, contract, state, starts_on, ends_before, ended_on
            from trainee where state <> 'removed'
            """),
        ReportView("report_cohort_closing", "select cohort, closed_at from cohort_closing"),
        ReportView(
            "report_placement",
            "select id as placement, trainee, part, optional_part, host, unit, starts_on, ends_before from placement"),
        ReportView(
            "report_outcome",
            """
            select o.trainee, o.kind, o.on_date from outcome_fact o join trainee t on t.id = o.trainee
            where t.state <> 'removed'
            """),
    ]
}
