import ArgumentParser
import KohortApp
import KohortCore

struct RoundCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "round", abstract: "Recruitment rounds.", subcommands: [RoundShow.self])
}

struct RoundShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Shows rounds with their dates.")
    @OptionGroup var gateway: Gateway
    @Option var tenant: Slug
    @Argument(help: "One round; all when left out.") var round: Slug?

    func run() async throws {
        try gateway.show(try await gateway.call(KohortApp.ShowRound(tenant: tenant, round: round))) { rounds in
            let head = ["round", "stage", "demand by", "apply by", "rank by", "hire by"]
            return Columns.lines(
                [head]
                    + rounds.map { round in
                        [
                            round.slug.text, round.stage, round.demandBy?.description ?? "–", round.applyBy.description,
                            round.rankBy?.description ?? "–", round.hireBy?.description ?? "–",
                        ]
                    })
        }
    }
}
