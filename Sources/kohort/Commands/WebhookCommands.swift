import ArgumentParser
import KohortApp
import KohortCore
import Tenancy

struct WebhookCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webhook", abstract: "Endpoints of other systems that events are sent to.",
        subcommands: [
            WebhookListing.self, WebhookDeliveries.self, WebhookAdd.self, WebhookRotate.self, WebhookReplay.self,
            WebhookDisable.self, WebhookEnable.self, WebhookRemove.self,
        ])
}

struct WebhookListing: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists a tenant's webhooks.")
    @OptionGroup var gateway: Gateway
    @Option var tenant: Slug

    func run() async throws {
        try gateway.show(try await gateway.call(ListWebhooks(tenant: tenant))) { lines in
            Columns.lines(
                lines.map { line in
                    [
                        line.id.description, line.organisation?.text ?? "consortium", line.url,
                        line.events.joined(separator: ","),
                        line.reason.map { "\(line.state.rawValue): \($0.rawValue)" } ?? line.state.rawValue,
                        "\(line.pending) pending", "\(line.failed) failed",
                    ]
                })
        }
    }
}

struct WebhookDeliveries: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliveries", abstract: "Shows what was sent to a webhook lately, and what came of it.")
    @OptionGroup var target: WebhookTarget

    func run() async throws {
        let call = ListDeliveries(tenant: target.tenant, webhook: target.webhook)
        try target.gateway.show(try await target.gateway.call(call)) { lines in
            Columns.lines(
                lines.map { line in
                    let last = line.attempts.last.map { $0.status.map(String.init) ?? $0.failure ?? "" } ?? "–"
                    return [
                        line.id.description, "\(line.event)", line.name, line.state.rawValue,
                        "\(line.attempts.count) attempts", last,
                    ]
                })
        }
    }
}

struct WebhookAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Adds a webhook and prints its id and its secret, this once.")
    @OptionGroup var gateway: Gateway
    @Option var tenant: Slug
    @Argument(help: "Where events are sent, https.") var url: String
    @Option(help: "The organisation whose events it gets; those of all when left out.") var organisation: Slug?
    @Option(help: "An event's name, or the beginning of one with a star: recruitment.offer.*; may be given again.")
    var event: [String] = []

    func run() async throws {
        let call = MakeWebhook(tenant: tenant, url: url, organisation: organisation, events: event)
        try gateway.show(try await gateway.call(call)) { ["\($0.id)", $0.secret] }
    }
}

struct WebhookRotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Gives a webhook a new secret and prints it, this once.")
    @OptionGroup var target: WebhookTarget
    @Option(help: "How many hours the old secret signs beside the new one.") var hours = 24

    func run() async throws {
        let call = RenewWebhookSecret(tenant: target.tenant, webhook: target.webhook, overlapHours: hours)
        try target.gateway.show(try await target.gateway.call(call)) { [$0.secret] }
    }
}
