import ArgumentParser
import KohortApp
import KohortCore

struct CohortCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cohort", abstract: "Cohorts of trainees.", subcommands: [CohortList.self, CohortShow.self])
}

struct CohortList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the cohorts that have persons, the earliest first.")
    @OptionGroup var gateway: Gateway
    @Option var tenant: Slug

    func run() async throws {
        try gateway.show(try await gateway.call(ListCohorts(tenant: tenant))) { cohorts in
            let head = ["cohort", "stage", "starts", "last day", "trainees", "blocked"]
            return Columns.lines(
                [head]
                    + cohorts.map { cohort in
                        [
                            cohort.slug.text, cohort.stage, cohort.startsOn.description, cohort.lastDay.description,
                            "\(cohort.trainees)", "\(cohort.blocked)",
                        ]
                    })
        }
    }
}

struct CohortShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows what the employers of a cohort have still to do.")
    @OptionGroup var gateway: Gateway
    @Option var tenant: Slug
    @Argument var cohort: Slug

    func run() async throws {
        try gateway.show(try await gateway.call(ShowCohort(tenant: tenant, cohort: cohort))) { shown in
            let head = ["employer", "trainees", "missing", "no mentor", "no plan", "no supervisor", "overdue talks"]
            let title = "\(shown.slug): \(shown.stage), \(shown.startsOn) to \(shown.lastDay)"
            return [title] + Columns.lines([head] + shown.employers.map(Self.cells))
        }
    }

    private static func cells(_ employer: ShowCohort.Employer) -> [String] {
        [
            employer.name, "\(employer.trainees)",
            employer.missing.isEmpty ? "–" : employer.missing.joined(separator: ", "), "\(employer.withoutMentor)",
            "\(employer.withoutPlan)", "\(employer.withoutSupervisor)", "\(employer.overdueTalks)",
        ]
    }
}
