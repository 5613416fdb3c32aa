import KohortStore

extension RecruitmentSchema {
    /// What reporting may read of recruitment: ids, states, codes, channels and dates, nothing about a person.
    static let reportViews: [ReportView] = [
        ReportView(
            "report_round",
            """
            select id as round, slug, cohort, apply_by, rank_by, hire_by, published_at, released_at, closed_at
            from round
            """),
        ReportView("report_channel", "select round, channel from round_channel"),
        ReportView(
            "report_demand", "select id as demand, round, organisation, field, positions, state, stated_at from demand"),
        ReportView(
            "report_candidacy",
            "select id as candidacy, round, person, state, channel, submitted_at, ended_at from candidacy where repeats is null"
        ),
        ReportView("report_wish", "select candidacy, demand from candidacy_wish"),
        ReportView("report_assessment", "select candidacy, organisation, verdict, assessed_at from assessment"),
        ReportView(
            "report_ranking",
            """
            select e.round, e.organisation, e.candidacy, r.certified_at from ranking_entry e
            join ranking r on r.round = e.round and r.organisation = e.organisation
            """),
        ReportView(
            "report_offer",
            """
            select id as offer, round, demand, organisation, candidacy, contract, state, reason, respond_by, made_at,
                ended_at
            from offer
            """),
        ReportView(
            "report_nomination",
            """
            select id as nomination, round, organisation, person, contract, hired_on, nominated_at, withdrawn_at
            from nomination
            """),
    ]
}
