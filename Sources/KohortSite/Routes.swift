import Hummingbird
import KohortWeb

extension Site {
    /// The route table: every address there is, each with the command or query it enters by.
    func routes(isReady: @escaping @Sendable () async -> Bool) -> [Route] {
        health(isReady) + [assets.route] + publicRoutes + signInRoutes + accessRoutes + applicantRoutes + staffRoutes
            + employerRoutes + reportRoutes + traineeRoutes + themeRoutes + styleguideRoutes + apiRoutes
    }

    private func health(_ isReady: @escaping @Sendable () async -> Bool) -> [Route] {
        [
            Route(.get, "/livez", .plumbing, for: .api) { _, _ in
                Response.json { $0.object { $0.member("status", "live") } }
            },
            Route(.get, "/readyz", .plumbing, for: .api) { _, _ in
                guard await isReady() else { throw WebProblem.unavailable(retryAfter: .seconds(1)) }
                return Response.json { $0.object { $0.member("status", "ready") } }
            },
        ]
    }
}
