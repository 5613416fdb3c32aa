import ArgumentParser
import KohortApp
import KohortCore
import Tenancy

struct TokenCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Keys to the JSON API.", subcommands: [TokenCreate.self])
}

extension TokenScope: ExpressibleByArgument {}

struct TokenCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Makes an API token and prints it, this once.")
    @OptionGroup var gateway: Gateway
    @Option var tenant: Slug
    @Option(help: "What the token may do.") var role: Role
    @Option(help: "The organisation that the role is held at.") var organisation: Slug?
    @Option(help: "What it is for.") var name = "token"
    @Option(help: "How many days it is valid.") var days = 90
    @Option(help: "Narrows it to a part, such as recruitment; can be given several times.") var scope: [TokenScope] = []

    func run() async throws {
        let call = MakeToken(
            tenant: tenant, role: role, organisation: organisation, name: name, days: days, scopes: scope)
        try gateway.show(try await gateway.call(call)) { [$0.token] }
    }
}

struct InviteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Gives somebody a role and mails them an invitation, or prints a link.")
    @OptionGroup var gateway: Gateway
    @Option var tenant: Slug
    @Option var email: EmailAddress
    @Option var name: String
    @Option var role: Role
    @Option(help: "The organisation that the role is held at.") var organisation: Slug?
    @Option var language: Language = .nb
    @Flag(help: "Print a link, valid once and for 24 hours, instead of mailing one for seven days.") var link = false

    func run() async throws {
        guard link else {
            let call = MailInvitation(
                tenant: tenant, email: email, name: name, role: role, organisation: organisation, language: language)
            return try gateway.show(try await gateway.call(call)) { _ in ["An invitation is on its way to \(email)."] }
        }
        let call = MakeInvitation(
            tenant: tenant, email: email, name: name, role: role, organisation: organisation, language: language)
        try gateway.show(try await gateway.call(call)) { [$0.link] }
    }
}

struct ApplicantLinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "applicant-link", abstract: "Prints a link, valid once and for 24 hours, to sign an applicant in.")
    @OptionGroup var gateway: Gateway
    @Option var tenant: Slug
    @Option(help: "The application's id, as its address has it.") var candidacy: CandidacyID

    func run() async throws {
        let call = MakeApplicantLink(tenant: tenant, candidacy: candidacy)
        try gateway.show(try await gateway.call(call)) { [$0.link] }
    }
}
