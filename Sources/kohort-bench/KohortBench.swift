import ArgumentParser

/// What `make bench` measures with; no part of the product.
@main
struct KohortBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kohort-bench", abstract: "Serves and performs what is compared; see Docs/performance.md.",
        subcommands: [ServeConstants.self, PerformCommands.self, InsertBlobs.self, HoldTenants.self])
}
