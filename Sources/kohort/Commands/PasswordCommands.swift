import ArgumentParser
import KohortApp
import KohortCore
import Tenancy

struct PasswordCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password", abstract: "Passwords of a tenant's staff.", subcommands: [PasswordReset.self])
}

struct PasswordReset: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset", abstract: "Takes a password and its second factor away and ends the sign-ins.",
        discussion: "A new invitation then lets the person in to set others: kohort invite.")
    @OptionGroup var gateway: Gateway
    @Option var tenant: Slug
    @Argument(help: "The person's address.") var email: EmailAddress
    @Flag(help: "Do not ask.") var yes = false

    func run() async throws {
        try gateway.confirm(email.text, yes: yes, for: "The person will have no way in but a new invitation.")
        let call = ResetPasswordOf(tenant: tenant, email: email)
        try gateway.show(try await gateway.call(call)) { _ in ["\(email) has no password any more"] }
    }
}
