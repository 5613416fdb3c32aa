import ArgumentParser
import KohortApp
import KohortCore

struct ReportCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Figures.", subcommands: [FunnelCommand.self, ResultsCommand.self])
}

struct FunnelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "funnel", abstract: "A round in figures, persons and candidacies told apart.")
    @OptionGroup var gateway: Gateway
    @Option var tenant: Slug
    @Option(help: "The newest one when left out.") var round: Slug?
    @Flag(help: "Answer as CSV for a Nordic Excel: semicolons, CRLF, UTF-8 with a mark.") var csv = false

    func run() async throws {
        let funnel = try await gateway.call(ReportFunnel(tenant: tenant, round: round))
        if csv { return print(CSV.text(Self.rows(funnel, decimal: ",")), terminator: "") }
        try gateway.show(funnel) { Columns.lines(Self.rows($0, decimal: ".")) }
    }

    func validate() throws {
        if csv, gateway.json { throw ValidationError("Choose one of --csv and --json.") }
    }

    /// A Nordic Excel reads 3.3 as the third of March.
    private static func rows(_ funnel: ReportFunnel.Answer, decimal: String) -> [[String]] {
        func ratio(_ value: Double?) -> String {
            value.map { "\(($0 * 10).rounded() / 10)".replacing(".", with: decimal) } ?? "–"
        }
        let totals = [
            ["figure", "of", "count"], ["persons", "", "\(funnel.persons)"],
            ["candidacies", "", "\(funnel.candidacies)"],
            ["withdrawn", "", "\(funnel.withdrawn)"], ["positions", "", "\(funnel.positions)"],
            ["persons per position", "", ratio(funnel.per_position)],
            ["nominations", "", "\(funnel.nominations)"],
        ]
        return totals + funnel.employers.map { ["positions", $0.slug, "\($0.positions)"] }
            + funnel.employers.map { ["persons", $0.slug, "\($0.persons)"] }
            + funnel.employers.map { ["persons per position", $0.slug, ratio($0.perPosition)] }
            + funnel.channels.map { ["persons by channel", $0.channel ?? "not said", "\($0.persons)"] }
            + funnel.stages.map { ["persons in stage", $0.stage, "\($0.persons)"] }
    }

}
