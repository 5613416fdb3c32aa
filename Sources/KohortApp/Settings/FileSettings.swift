import Configuration
import KohortCore
import KohortOutbound

/// What becomes of people's files: the `kohort.files` settings. A quota is in MB of a million bytes.
package struct FileSettings: Sendable {
    static let megabyte: Int64 = 1_000_000
    /// Bytes, of tenants without a line of their own.
    package var quota: Int64
    /// Bytes.
    package var quotas: [Slug: Int64]
    /// Who looks at what is uploaded for viruses; nobody where none is named.
    package var clamd: ClamdAddress?

    init(_ reader: ConfigReader) throws {
        let number = try Settings.number(reader, "quota", of: "files", default: 20_000, in: Self.range)
        quota = Self.megabyte * Int64(number)
        let lines = try Settings.list(reader, "files", "quotas", allowed: "a tenant and MB, such as ks=50000") {
            Self.line($0)
        }
        clamd = try reader.string(forKey: "clamd").map { text in
            guard let address = ClamdAddress(text) else {
                throw SettingsProblem(key: "files.clamd", found: text, allowed: "host:port, or a socket's path")
            }
            return address
        }
        quotas = Dictionary(lines) { _, last in last }
    }

    package func quota(of tenant: Slug) -> Int64 { quotas[tenant] ?? quota }

    /// Whether so little room is worth telling the operator of: less than a tenth.
    func isShort(_ room: Int64, of tenant: Slug) -> Bool { room < quota(of: tenant) / 10 }

    private static let range = 0...1_000_000_000

    private static func line(_ text: String) -> (Slug, Int64)? {
        let halves = text.split(separator: "=", omittingEmptySubsequences: false)
        guard halves.count == 2, let slug = try? Slug(String(halves[0])), let number = Int(halves[1]),
            range.contains(number)
        else { return nil }
        return (slug, megabyte * Int64(number))
    }
}
