import ArgumentParser
import Foundation
import KohortApp
import KohortCore
import Tenancy

struct TenantApply: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Applies a definition file: makes the tenant, or changes what differs.")
    @OptionGroup var gateway: Gateway
    @Argument(help: "The definition file, YAML.", completion: .file(extensions: ["yaml", "yml"])) var file: String
    @Flag(help: "Only show what would change.") var dryRun = false

    func run() async throws {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw gateway.refusal("file.unreadable", "\(file) cannot be read.")
        }
        guard let yaml = String(validating: bytes, as: UTF8.self) else {
            throw gateway.refusal("file.encoding", "\(file) is not UTF-8.")
        }
        let answer = try await gateway.call(ApplyDefinitionFile(yaml: yaml, isDryRun: dryRun))
        try gateway.show(answer) { Self.lines($0, isDryRun: dryRun) }
    }

    private static func lines(_ answer: ApplyDefinitionFile.Answer, isDryRun: Bool) -> [String] {
        let deed = answer.isNew ? (isDryRun ? "would be made" : "made") : (isDryRun ? "would change" : "changed")
        let count = answer.changes.isEmpty ? "nothing" : "\(answer.changes.count) values"
        let head = answer.isNew ? "\(answer.tenant): \(deed), \(count)" : "\(answer.tenant): \(count) \(deed)"
        let shown = answer.isNew && !isDryRun ? [] : answer.changes.map(\.description)
        return [head] + shown + answer.flags.map { "! \($0.programme): \($0.code.rawValue)" }
    }
}
