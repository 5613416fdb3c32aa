import ArgumentParser
import Foundation

/// The operator's tool.
@main
struct KohortCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kohort",
        abstract: "Runs an installation of Kohort.",
        discussion: """
            Speaks to the daemon over its socket while it runs, and works on the data folder itself when it does not. \
            The folder is --data, or the settings file's, or KOHORT_DATA.
            """,
        version: "0.1.0",
        subcommands: [
            TenantCommands.self, BackupCommands.self, TokenCommands.self, InviteCommand.self,
            ApplicantLinkCommand.self, RoundCommands.self,
            CohortCommands.self,
            ReportCommands.self,
            InvoiceCommands.self,
            OutboxCommands.self, WebhookCommands.self, ProviderCommands.self, PasswordCommands.self,
            MigrateCommands.self, DoctorCommand.self,
            DemoCommands.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
        } catch let failure as Failure {
            FileHandle.standardError.write(Data((failure.text + "\n").utf8))
            exit(withError: ExitCode.failure)
        } catch { exit(withError: error) }
    }
}
