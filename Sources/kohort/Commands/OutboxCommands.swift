import ArgumentParser
import KohortApp
import KohortCore
import KohortStore

struct OutboxCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "Mail that waits, was sent or failed.",
        subcommands: [OutboxListing.self, OutboxRetry.self])
}

struct OutboxListing: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists a tenant's outbox.")
    @OptionGroup var gateway: Gateway
    @Option var tenant: Slug
    @Option(help: "waiting, sent or failed.") var state: MessageState?

    func run() async throws {
        try gateway.show(try await gateway.call(ListOutbox(tenant: tenant, state: state))) { lines in
            Columns.lines(
                lines.map { line in
                    [
                        line.id.description, line.kind, line.state.rawValue, "\(line.attempts) attempts",
                        line.createdAt, line.problem ?? "",
                    ]
                })
        }
    }
}

struct OutboxRetry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Sends failed messages once more: one, or all.")
    @OptionGroup var gateway: Gateway
    @Option var tenant: Slug
    @Argument(help: "One message's id; all that failed when left out.") var id: MessageID?

    func run() async throws {
        let count = try await gateway.call(RetryOutbox(tenant: tenant, id: id))
        try gateway.show(count) { ["\($0) to be sent again"] }
    }
}

extension MessageState: ExpressibleByArgument {}
