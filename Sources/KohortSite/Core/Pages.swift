import KohortWeb

/// Every page there is; each template is checked against its page when the daemon starts.
enum Pages {
    static let all: [any Page.Type] =
        [ErrorScreen.self] + publicRoom + signInRoom + applicantRoom + mail + staffRoom + cohortRoom + employerRoom
        + reportRoom + traineeRoom + [StyleguideScreen.self]
}
