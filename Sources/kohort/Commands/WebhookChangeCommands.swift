import ArgumentParser
import KohortApp
import KohortCore
import Tenancy

/// The options that name one webhook.
struct WebhookTarget: ParsableArguments {
    @OptionGroup var gateway: Gateway
    @Option var tenant: Slug
    @Argument(help: "The webhook's id.") var webhook: WebhookID

    func change(_ change: ChangeWebhook.Change, _ word: String) async throws {
        let call = ChangeWebhook(tenant: tenant, webhook: webhook, change)
        try gateway.show(try await gateway.call(call)) { _ in ["\(webhook) \(word)"] }
    }
}

extension ID: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

struct WebhookReplay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Sends events once more: one delivery, or all from an event on.")
    @OptionGroup var target: WebhookTarget
    @Option(help: "One delivery's id.") var delivery: DeliveryID?
    @Option(help: "The number of the first event.") var from: Int64?

    func run() async throws {
        let call = ReplayEvents(tenant: target.tenant, webhook: target.webhook, try choice())
        try target.gateway.show(try await target.gateway.call(call)) { _ in ["to be sent again"] }
    }

    private func choice() throws -> ReplayEvents.Choice {
        switch (delivery, from) {
        case (let delivery?, nil): .delivery(delivery)
        case (nil, let from?): .from(from)
        default: throw ValidationError("Name either --delivery or --from.")
        }
    }
}

struct WebhookDisable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Stops a webhook; what waits for it goes on waiting.")
    @OptionGroup var target: WebhookTarget

    func run() async throws { try await target.change(.disable, "disabled") }
}

struct WebhookEnable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable", abstract: "Starts a webhook again; it gets what has happened meanwhile.")
    @OptionGroup var target: WebhookTarget

    func run() async throws { try await target.change(.enable, "enabled") }
}

struct WebhookRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Takes a webhook away, with the log of what it was sent.")
    @OptionGroup var target: WebhookTarget
    @Flag(help: "Do not ask.") var yes = false

    func run() async throws {
        try target.gateway.confirm(
            target.webhook.description, yes: yes, for: "This removes the webhook and the log of its deliveries.")
        try await target.change(.remove, "removed")
    }
}
