import Delivery
import KohortCore
import KohortStore

/// A tenant's cohorts, the earliest first: counts and no names.
package struct ListCohorts: OperatorCall {
    package let tenant: Slug

    package init(tenant: Slug) { self.tenant = tenant }

    package struct Line: Sendable, Codable {
        package let slug: Slug
        package let stage: String
        package let startsOn: LocalDate
        package let lastDay: LocalDate
        package let trainees: Int
        package let blocked: Int
    }

    package func answer(in kohort: Kohort) async throws -> [Line] {
        try await kohort.use(try await kohort.require(tenant)) { open in
            try await open.store.fetch(CohortList(), by: .operator, at: kohort.clock.now).map { line in
                Line(
                    slug: line.slug, stage: line.stage.rawValue, startsOn: line.period.start,
                    lastDay: line.period.lastDay, trainees: line.enrolled, blocked: line.trainees[.blocked] ?? 0)
            }
        }
    }
}

/// How one cohort stands, and what its employers have still to do.
package struct ShowCohort: OperatorCall {
    package let tenant: Slug
    package let cohort: Slug

    package init(tenant: Slug, cohort: Slug) { (self.tenant, self.cohort) = (tenant, cohort) }

    package struct Answer: Sendable, Codable {
        package let slug: Slug
        package let stage: String
        package let startsOn: LocalDate
        package let lastDay: LocalDate
        package let employers: [Employer]
    }

    package struct Employer: Sendable, Codable {
        package let name: String
        package let trainees: Int
        package let missing: [String]
        package let withoutMentor: Int
        package let withoutPlan: Int
        package let withoutSupervisor: Int
        package let overdueTalks: Int
    }

    package func answer(in kohort: Kohort) async throws -> Answer {
        try await kohort.use(try await kohort.require(tenant)) { open in
            let query = CohortStanding(cohort: .slug(cohort))
            do {
                return Answer(try await open.store.fetch(query, by: .operator, at: kohort.clock.now))
            } catch Rejection.notFound {
                throw OperatorProblem("cohort.unknown", ["\(tenant) has no cohort \(cohort) with persons."])
            }
        }
    }
}

extension ShowCohort.Answer {
    fileprivate init(_ standing: CohortStanding.Answer) {
        (slug, stage) = (standing.cohort.slug, standing.stage.rawValue)
        (startsOn, lastDay) = (standing.cohort.period.start, standing.cohort.period.lastDay)
        employers = standing.employers.map { employer in
            ShowCohort.Employer(
                name: employer.name, trainees: employer.trainees, missing: employer.missing.map(\.rawValue),
                withoutMentor: employer.withoutMentor, withoutPlan: employer.withoutPlan,
                withoutSupervisor: employer.withoutSupervisor, overdueTalks: employer.overdueTalks)
        }
    }
}
