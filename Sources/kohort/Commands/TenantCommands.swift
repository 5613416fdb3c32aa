import ArgumentParser
import KohortApp
import KohortCore
import Tenancy

struct TenantCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tenant", abstract: "Consortia of this installation.",
        subcommands: [
            TenantApply.self, TenantListing.self, TenantShow.self, TenantSuspend.self, TenantResume.self,
            TenantDelete.self, TenantRestore.self, TenantPurge.self, TenantExport.self, TenantImport.self,
        ])
}

struct TenantListing: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the tenants.")
    @OptionGroup var gateway: Gateway

    func run() async throws {
        try gateway.show(try await gateway.call(ListTenants())) { tenants in
            Columns.lines(tenants.map { [$0.slug.text, $0.state.rawValue, $0.id.description] })
        }
    }
}

struct TenantShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Shows one tenant.")
    @OptionGroup var gateway: Gateway
    @Argument var slug: Slug

    func run() async throws { try gateway.show(try await gateway.call(ShowTenant(slug: slug)), TenantText.lines) }
}

struct TenantSuspend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend", abstract: "Closes a tenant to everybody until it is resumed.")
    @OptionGroup var gateway: Gateway
    @Argument var slug: Slug

    func run() async throws {
        try gateway.show(
            try await gateway.call(ChangeTenantState(slug: slug, to: .suspended, from: .active)), TenantText.lines)
    }
}

struct TenantResume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "resume", abstract: "Opens a suspended tenant again.")
    @OptionGroup var gateway: Gateway
    @Argument var slug: Slug

    func run() async throws {
        try gateway.show(
            try await gateway.call(ChangeTenantState(slug: slug, to: .active, from: .suspended)), TenantText.lines)
    }
}

struct TenantDelete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Makes a tenant unreachable at once; it can be restored until its time is over.")
    @OptionGroup var gateway: Gateway
    @Argument var slug: Slug
    @Flag(help: "Do not ask.") var yes = false

    func run() async throws {
        try gateway.confirm(slug.text, yes: yes, for: "This closes \(slug) and purges it when its time is over.")
        try gateway.show(try await gateway.call(ChangeTenantState(slug: slug, to: .deleted)), TenantText.lines)
    }
}

struct TenantRestore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "restore", abstract: "Takes a deletion back.")
    @OptionGroup var gateway: Gateway
    @Argument var slug: Slug

    func run() async throws {
        try gateway.show(
            try await gateway.call(ChangeTenantState(slug: slug, to: .active, from: .deleted)), TenantText.lines)
    }
}

struct TenantPurge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge",
        abstract: "Removes for good the deleted tenants whose time is over; exit code 1 when one could not be removed.")
    @OptionGroup var gateway: Gateway
    @Flag(help: "Do not ask.") var yes = false

    func run() async throws {
        try gateway.confirm("purge", yes: yes, for: "This removes databases and files for good.")
        let answer = try await gateway.call(PurgeDeletedTenants())
        try gateway.show(answer) { answer in
            let lines =
                answer.purged.map { "purged \($0)" } + answer.failed.map { "failed \($0.tenant): \($0.problem)" }
            return lines.isEmpty ? ["Nothing was due."] : lines
        }
        if !answer.failed.isEmpty { throw ExitCode(1) }
    }
}

enum TenantText {
    static func lines(_ tenant: TenantLine) -> [String] {
        var rows = [["tenant", tenant.slug.text], ["state", tenant.state.rawValue], ["id", tenant.id.description]]
        if let purgeAt = tenant.purgeAt { rows.append(["restorable until", purgeAt]) }
        return Columns.lines(rows)
    }
}
