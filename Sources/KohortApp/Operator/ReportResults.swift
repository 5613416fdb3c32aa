import KohortCore
import KohortStore
import Reporting

/// The results of all cohorts, in the shape of the JSON API.
package struct ReportResults: OperatorCall {
    package let tenant: Slug

    package init(tenant: Slug) { self.tenant = tenant }

    package struct Answer: Sendable, Codable {
        package let cohorts: [Cohort]
        package let finished: Total
    }

    package struct Cohort: Sendable, Codable {
        package let cohort: String
        package let slug: String
        package let status: String
        package let members: Int?
        package let trainees: Int?
        package let permanent: Int?
        package let hired_share: Double?
        package let ends: LocalDate?
        package let targets: [String: String]
    }

    package struct Total: Sendable, Codable {
        package let trainees: Int
        package let permanent: Int
        package let hired_share: Double?
    }

    package func answer(in kohort: Kohort) async throws -> Answer {
        try await kohort.use(try await kohort.require(tenant)) { open in
            let results = try await open.store.fetch(ResultsReport(), by: .operator, at: kohort.clock.now)
            let finished = results.finished
            return Answer(
                cohorts: results.cohorts.map(Cohort.init),
                finished: Total(
                    trainees: finished.trainees, permanent: finished.permanent, hired_share: finished.hiredShare))
        }
    }
}

extension ReportResults.Cohort {
    init(_ result: CohortResult) {
        (cohort, slug, status) = (result.label, result.slug.text, result.status.rawValue)
        (members, trainees, permanent) = (result.members, result.trainees, result.permanent)
        (hired_share, ends) = (result.hiredShare, result.ends)
        targets = Dictionary(
            result.targets.map { ($0.target.measure.rawValue, $0.standing.rawValue) },
            uniquingKeysWith: { first, _ in first })
    }
}
