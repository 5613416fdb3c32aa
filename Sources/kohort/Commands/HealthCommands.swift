import ArgumentParser
import KohortApp
import KohortCore

struct MigrateCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "The databases' schema.", subcommands: [MigrateStatus.self])
}

struct MigrateStatus: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Shows what each tenant's schema still needs.")
    @OptionGroup var gateway: Gateway

    func run() async throws {
        try gateway.show(try await gateway.call(MigrationStatus())) { lines in
            Columns.lines(
                lines.map {
                    [
                        $0.tenant.text,
                        $0.problem ?? ($0.pending.isEmpty ? "up to date" : $0.pending.joined(separator: ", ")),
                    ]
                })
        }
    }
}

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Looks for what needs an operator; exit code 1 when something does.")
    @OptionGroup var gateway: Gateway

    func run() async throws {
        let findings = try await gateway.call(Doctor())
        try gateway.show(findings) { findings in
            Columns.lines(findings.map { [$0.isWell ? "well" : "look", $0.subject, $0.text] })
        }
        if findings.contains(where: { !$0.isWell }) { throw ExitCode(1) }
    }
}

struct SweepCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep",
        abstract:
            "Takes away now what the daemon takes away once an hour; exit code 1 where a tenant could not be swept.")
    @OptionGroup var gateway: Gateway

    func run() async throws {
        let lines = try await gateway.call(SweepTenants())
        try gateway.show(lines) { lines in
            Columns.lines(lines.map { [$0.tenant.text, $0.problem ?? "\($0.files) files"] })
        }
        if lines.contains(where: { $0.problem != nil }) { throw ExitCode(1) }
    }
}
