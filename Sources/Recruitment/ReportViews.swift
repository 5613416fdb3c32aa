import KohortStore

extension RecruitmentSchema {
    /// What reporting may read of recruitment.
    static let reportViews: [ReportView] = []
}
