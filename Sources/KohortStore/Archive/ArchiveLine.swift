import Foundation
import KohortCore

/// The first line of an archive: whose it is, when it was written, and by which steps its tables were made.
package struct ArchiveHead: Codable, Hashable, Sendable {
    package struct Step: Codable, Hashable, Sendable {
        package let module: String
        package let number: Int
        package let checksum: String
    }

    package static let format = "kohort-archive-1"
    package let format: String
    package let tenant: TenantID
    package let slug: Slug
    /// ISO 8601 in UTC.
    package let writtenAt: String
    /// When a backup may be thrown away; ISO 8601 in UTC.
    package let expiresAt: String?
    package let steps: [Step]

    package init(tenant: TenantID, slug: Slug, writtenAt: Instant, expiresAt: Instant? = nil, steps: [Step]) {
        (self.format, self.tenant, self.slug, self.steps) = (Self.format, tenant, slug, steps)
        (self.writtenAt, self.expiresAt) = (writtenAt.description, expiresAt?.description)
    }
}

/// The last line: how much there is, and the SHA-256 of every byte before this line.
package struct ArchiveEnd: Codable, Hashable, Sendable {
    package let rows: Int
    package let files: Int
    package let sha256: String
}

/// One line of an archive, as JSON. Docs/archive.md describes it for others.
enum ArchiveLine: Codable {
    struct Table: Codable, Hashable { let table: String, columns: [String] }
    struct File: Codable, Hashable { let file: String, size: Int64 }

    case head(ArchiveHead)
    case table(Table)
    case row([ArchivedCell])
    case file(File)
    /// A piece of the file that was begun last.
    case piece(Data)
    case end(ArchiveEnd)

    init(from decoder: any Decoder) throws {
        if let row = try? [ArchivedCell](from: decoder) {
            self = .row(row)
        } else if let piece = try? decoder.singleValueContainer().decode(Data.self) {
            self = .piece(piece)
        } else if let table = try? Table(from: decoder) {
            self = .table(table)
        } else if let file = try? File(from: decoder) {
            self = .file(file)
        } else if let end = try? ArchiveEnd(from: decoder) {
            self = .end(end)
        } else {
            self = .head(try ArchiveHead(from: decoder))
        }
    }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .head(let head): try head.encode(to: encoder)
        case .table(let table): try table.encode(to: encoder)
        case .row(let row): try row.encode(to: encoder)
        case .file(let file): try file.encode(to: encoder)
        case .piece(let piece):
            var container = encoder.singleValueContainer()
            try container.encode(piece)
        case .end(let end): try end.encode(to: encoder)
        }
    }
}
