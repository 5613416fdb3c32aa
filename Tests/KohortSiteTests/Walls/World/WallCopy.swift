import Crypto
import Foundation
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import Tenancy

@testable import KohortSite

/// Makes one tenant the twin of another: every key is the same, every word of its own. It goes by an archive, so that it
/// is made alike on every engine. Nobody's sign-ins, links and tokens come along, since those are what is tried across;
/// nor do files, which are named by their content.
enum WallCopy {
    static func twin(of tenant: WallTenant, named slug: String) async throws -> WallTenant {
        let (site, name) = (tenant.site, try Slug(slug))
        let (path, changed) = (archive(of: tenant), "\(site.folder.path)/\(slug)-\(UUID()).kohort")
        _ = try await ExportTenant(slug: try Slug(tenant.slug), path: path).answer(in: site.kohort)
        var copy = Copy(words: [(tenant.slug, slug), (tenant.word, slug.prefix(1).uppercased() + slug.dropFirst())])
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") { copy.take(line) }
        try Data(copy.whole.utf8).write(to: URL(filePath: changed))
        _ = try await ImportTenant(path: changed, slug: name).answer(in: site.kohort)
        _ = try await ChangeTenantState(slug: name, to: .active).answer(in: site.kohort)
        for file in [path, changed] { try FileManager.default.removeItem(atPath: file) }
        return try await WallTenant(slug, in: site)
    }

    /// All that is kept of it: the bytes of every file in its folder, or on a shared engine what its archive holds.
    static func contents(of tenant: WallTenant) async throws -> [Data] {
        if TestEngine.server == nil {
            let folder = String(path(of: tenant).dropLast("tenant.sqlite".count))
            let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
            return names.compactMap { FileManager.default.contents(atPath: folder + $0) }
        }
        let path = archive(of: tenant)
        _ = try await ExportTenant(slug: try Slug(tenant.slug), path: path).answer(in: tenant.site.kohort)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let encoded = text.matches(of: /(?:\{"base64":|\n)"([A-Za-z0-9+\/=]+)"/).map { String($0.output.1) }
        return [Data(text.utf8)] + encoded.compactMap { Data(base64Encoded: $0) }
    }

    /// Where the embedded engine keeps it.
    static func path(of tenant: WallTenant) -> String {
        "\(tenant.site.folder.path)/tenants/\(tenant.id.description.suffix(2))/\(tenant.id)/tenant.sqlite"
    }

    private static func archive(of tenant: WallTenant) -> String {
        "\(tenant.site.folder.path)/\(tenant.slug)-\(UUID()).kohort"
    }

    /// An archive's lines with other words, without what is about access and without files.
    private struct Copy {
        let words: [(String, String)]
        private var lines: [String] = []
        private var rows = 0
        private var isSkipping = false

        init(words: [(String, String)]) { self.words = words }

        var whole: String {
            let text = lines.map { $0 + "\n" }.joined()
            let sum = SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined()
            return text + #"{"files":0,"rows":\#(rows),"sha256":"\#(sum)"}"# + "\n"
        }

        mutating func take(_ line: Substring) {
            if let table = line.firstMatch(of: /"table":"([a-z_]+)"/)?.output.1, line.hasPrefix("{\"columns\"") {
                isSkipping = Self.isAboutAccess(String(table))
                lines.append(String(line))
            } else if line.hasPrefix("[") {
                if isSkipping { return }
                rows += 1
                lines.append(renamed(String(line)))
            } else if line.hasPrefix("{\"expiresAt\"") || line.hasPrefix("{\"format\"") {
                lines.append(String(line))
            }
        }

        private func renamed(_ row: String) -> String {
            let plain = words.reduce(row) { $0.replacing($1.0, with: $1.1) }
            return plain.replacing(/\{"base64":"([A-Za-z0-9+\/=]+)"\}/) { match -> String in
                let bytes = Data(base64Encoded: String(match.output.1)) ?? Data()
                // What is no text has no words.
                guard let text = String(data: bytes, encoding: .utf8) else { return String(match.output.0) }
                let renamed = words.dropFirst().reduce(text) { $0.replacing($1.0, with: $1.1) }
                return #"{"base64":"\#(Data(renamed.utf8).base64EncodedString())"}"#
            }
        }

        private static func isAboutAccess(_ table: String) -> Bool {
            ["sign_in", "token", "session", "idempot", "passw", "factor"].contains { table.contains($0) }
        }
    }
}
