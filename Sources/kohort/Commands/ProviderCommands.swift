import ArgumentParser
import KohortApp
import KohortCore
import Tenancy

struct ProviderCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "provider", abstract: "Providers of OpenID Connect that a tenant's people sign in by.",
        subcommands: [ProviderListing.self, ProviderSetting.self, ProviderCheck.self, ProviderRemoval.self])
}

extension UserKind: ExpressibleByArgument {}

struct ProviderListing: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists a tenant's providers.")
    @OptionGroup var gateway: Gateway
    @Option var tenant: Slug

    func run() async throws {
        try gateway.show(try await gateway.call(ListProviders(tenant: tenant))) { lines in
            Columns.lines(
                lines.map { line in
                    [
                        line.slug.text, line.label, line.issuer, line.clientID, line.secret ?? "no secret",
                        line.acr.joined(separator: ","), line.kinds.map(\.rawValue).joined(separator: ","),
                        line.redirect,
                    ]
                })
        }
    }
}

struct ProviderSetting: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Adds a provider, or changes the one with this slug.",
        discussion: """
            Prints the address that the provider has to be told to send browsers back to, and the one where it may say
            that somebody has signed out there (back-channel logout).
            """)
    @OptionGroup var gateway: Gateway
    @Option var tenant: Slug
    @Argument(help: "A short name, part of the address: idporten.") var slug: Slug
    @Option(help: "What people know it as.") var label: String
    @Option(help: "Exactly as the provider writes it.") var issuer: String
    @Option(help: "The client's id.") var client: String
    @Option(help: "Where the client's secret lies: file:/… or env:KOHORT_…; none when left out.") var secret = ""
    @Option(help: "A level of assurance that is enough; may be given again. Any when left out.") var acr: [String] = []
    @Option(name: .customLong("for"), help: "Who may come in by it: staff, follower or trainee; may be given again.")
    var kinds: [UserKind] = [.staff]
    @Flag(help: "Entra ID: people are known by directory and object.") var entra = false

    func run() async throws {
        let provider = SetProvider(
            slug: slug, label: label, issuer: issuer, clientID: client, secret: secret, acr: acr, kinds: kinds,
            keyedBy: entra ? .directoryObject : .subject)
        try gateway.show(try await gateway.call(PutProvider(tenant: tenant, provider: provider))) {
            [$0.redirect, $0.signOut]
        }
    }
}

struct ProviderCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Asks a provider for its description, as a sign-in would.")
    @OptionGroup var gateway: Gateway
    @Option var tenant: Slug
    @Argument var slug: Slug

    func run() async throws {
        try gateway.show(try await gateway.call(CheckProvider(tenant: tenant, slug: slug))) { _ in ["\(slug) answers"] }
    }
}

struct ProviderRemoval: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Takes a provider away: nobody comes in by it any more.")
    @OptionGroup var gateway: Gateway
    @Option var tenant: Slug
    @Argument var slug: Slug
    @Flag(help: "Do not ask.") var yes = false

    func run() async throws {
        try gateway.confirm(slug.text, yes: yes, for: "Nobody will come in by \(slug) any more.")
        try gateway.show(try await gateway.call(DropProvider(tenant: tenant, slug: slug))) { _ in ["\(slug) removed"] }
    }
}
