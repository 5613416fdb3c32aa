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
            MigrateCommands.self, DoctorCommand.self, SweepCommand.self,
            DemoCommands.self,
        ])

    static func main() async {
        let code = await ended()
        fflush(nil)
        // Not `exit`: what libcrypto does at a program's end has crashed while a thread of libcurl's was still in it.
        _exit(code)
    }

    /// Runs what was asked for and answers the exit code.
    private static func ended() async -> Int32 {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
            return ExitCode.success.rawValue
        } catch let failure as Failure {
            FileHandle.standardError.write(Data((failure.text + "\n").utf8))
            return ExitCode.failure.rawValue
        } catch {
            let (code, text) = (exitCode(for: error), fullMessage(for: error))
            let output = code.isSuccess ? FileHandle.standardOutput : FileHandle.standardError
            if !text.isEmpty { output.write(Data((text + "\n").utf8)) }
            return code.rawValue
        }
    }
}
