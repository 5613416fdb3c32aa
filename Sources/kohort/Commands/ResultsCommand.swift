import ArgumentParser
import KohortApp
import KohortCore

struct ResultsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "results", abstract: "What became of each cohort, and the sum of those that are finished.")
    @OptionGroup var gateway: Gateway
    @Option var tenant: Slug
    @Flag(help: "Answer as CSV for a Nordic Excel: semicolons, CRLF, UTF-8 with a mark.") var csv = false

    func run() async throws {
        let results = try await gateway.call(ReportResults(tenant: tenant))
        if csv { return print(CSV.text(Self.rows(results)), terminator: "") }
        try gateway.show(results) { Columns.lines(Self.rows($0)) }
    }

    private static func rows(_ results: ReportResults.Answer) -> [[String]] {
        let head = ["cohort", "status", "members", "trainees", "permanent", "hired share", "ends"]
        let cohorts = results.cohorts.map { cohort in
            [
                cohort.cohort, cohort.status, number(cohort.members), number(cohort.trainees),
                number(cohort.permanent), percent(cohort.hired_share), cohort.ends?.description ?? "–",
            ]
        }
        let sum = [
            "finished", "", "", number(results.finished.trainees), number(results.finished.permanent),
            percent(results.finished.hired_share), "",
        ]
        return [head] + cohorts + [sum]
    }

    private static func number(_ number: Int?) -> String { number.map { "\($0)" } ?? "–" }

    /// Whole, half up.
    private static func percent(_ share: Double?) -> String { share.map { "\(Int(($0 * 100).rounded())) %" } ?? "–" }
}
