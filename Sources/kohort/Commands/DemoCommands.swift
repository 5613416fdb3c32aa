import ArgumentParser
import KohortApp

struct DemoCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "The demo consortia.", subcommands: [DemoLinksCommand.self])
}

struct DemoLinksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "links", abstract: "Makes a fresh link into the demo for each kind of user.")
    @OptionGroup var gateway: Gateway

    func run() async throws {
        try gateway.show(try await gateway.call(DemoLinks())) { links in
            Columns.lines(links.map { [$0.role, $0.address] })
        }
    }
}
