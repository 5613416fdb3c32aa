import ArgumentParser

/// The daemon.
@main
struct Kohortd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kohortd", abstract: "Serves the consortia of an installation.", version: "0.1.0",
        subcommands: [Serve.self, RouteList.self])
}
