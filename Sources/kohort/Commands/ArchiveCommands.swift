import ArgumentParser
import Foundation
import KohortApp
import KohortCore
import KohortStore

struct TenantExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes a tenant, with its files, to one new file.")
    @OptionGroup var gateway: Gateway
    @Argument var slug: Slug
    @Option(help: "The file; what is there already is not overwritten.", completion: .file()) var to: String

    func run() async throws {
        let path = WholePath.of(to)
        let answer = try await gateway.call(ExportTenant(slug: slug, path: path), watching: .writing(path))
        try gateway.show(answer, ArchiveText.lines)
    }
}

struct TenantImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Makes a tenant of such a file; it is suspended until it is resumed.")
    @OptionGroup var gateway: Gateway
    @Argument(completion: .file()) var file: String
    @Option(name: .customLong("as"), help: "Another slug than the file's own.") var slug: Slug?

    func run() async throws {
        let path = WholePath.of(file)
        let call = ImportTenant(path: path, slug: slug)
        let answer = try await gateway.call(call, watching: .reading(path, passes: Archive.passes))
        try gateway.show(answer, TenantText.lines)
    }
}

struct BackupCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Backups of tenants, made while they work.",
        subcommands: [BackupMake.self, BackupVerify.self, BackupRestore.self])
}

struct BackupMake: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract:
            "Writes backups into a folder and removes from it those whose days are over; exit code 1 when one failed.")
    @OptionGroup var gateway: Gateway
    @Option(help: "The tenant.") var tenant: Slug?
    @Flag(help: "Every tenant.") var all = false
    @Option(help: "The folder, which must be there.", completion: .directory) var to: String
    @Option(help: "How many days they are kept.") var keepDays = 30

    func validate() throws {
        guard all != (tenant != nil) else { throw ValidationError("Give either --tenant or --all.") }
        guard (1...3650).contains(keepDays) else { throw ValidationError("--keep-days is 1 to 3650.") }
    }

    func run() async throws {
        let call = BackupTenants(tenant: tenant, folder: WholePath.of(to), keptDays: keepDays)
        let answer = try await gateway.call(call, watching: .writing(call.folder))
        try gateway.show(answer) { answer in
            answer.written.map { "written \($0.path)" } + answer.expired.map { "removed \($0)" }
                + answer.failed.map { "failed  \($0.tenant): \($0.problem)" }
        }
        if !answer.failed.isEmpty { throw ExitCode(1) }
    }
}

struct BackupVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Reads a backup from end to end and holds it against its own sums.")
    @OptionGroup var gateway: Gateway
    @Argument(completion: .file()) var file: String

    func run() async throws {
        let path = WholePath.of(file)
        let answer = try await gateway.call(VerifyArchive(path: path), watching: .reading(path, passes: 1))
        try gateway.show(answer, ArchiveText.lines)
    }
}

struct BackupRestore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Puts a tenant back to what a backup of it holds, or makes a new one; suspended until it is resumed.")
    @OptionGroup var gateway: Gateway
    @Argument(completion: .file()) var file: String
    @Option(name: .customLong("into"), help: "The tenant.") var slug: Slug
    @Flag(help: "Do not ask.") var yes = false

    func run() async throws {
        if try await gateway.call(ListTenants()).contains(where: { $0.slug == slug }) {
            try gateway.confirm(slug.text, yes: yes, for: "This undoes all that was done in \(slug) since the backup.")
        }
        let path = WholePath.of(file)
        let call = RestoreArchive(path: path, slug: slug)
        let answer = try await gateway.call(call, watching: .reading(path, passes: Archive.passes))
        try gateway.show(answer, TenantText.lines)
    }
}

enum ArchiveText {
    static func lines(_ archive: ArchiveLines) -> [String] {
        var rows = [["file", archive.path], ["tenant", archive.tenant.text], ["written", archive.writtenAt]]
        if let expiresAt = archive.expiresAt { rows.append(["kept until", expiresAt]) }
        return Columns.lines(
            rows + [["rows", "\(archive.rows)"], ["files", "\(archive.files)"], ["sha256", archive.sha256]])
    }
}

enum WholePath {
    /// The daemon works in a folder of its own.
    static func of(_ path: String) -> String {
        URL(fileURLWithPath: path, relativeTo: URL(fileURLWithPath: FileManager.default.currentDirectoryPath))
            .standardizedFileURL.path
    }
}
