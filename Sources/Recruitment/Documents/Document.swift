import KohortCore
import KohortStore

/// A file of a candidacy: its content by hash, and what it is served as.
package struct Document: Record, Hashable {
    package static let table: StaticString = "candidacy_document"
    package static let columns: [StaticString] = [
        "id", "candidacy", "kind", "name", "media_type", "hash", "size", "added_at",
    ]

    package let id: DocumentID
    package let candidacy: CandidacyID
    package let kind: DocumentKind
    /// Safe to offer as a file name: no path, no control characters, the format's own ending.
    package let name: String
    package let format: DocumentFormat
    package let file: StoredFile
    package let addedAt: Instant
}

/// What a document is to a candidacy.
package enum DocumentKind: String, Hashable, Sendable, Codable, CaseIterable, Storable { case cv, other }

/// The kinds of file that are taken, by media type (RFC 6838). Told by content, never by name.
package enum DocumentFormat: String, Hashable, Sendable, Codable, CaseIterable, Storable {
    case pdf = "application/pdf"
    case docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case odt = "application/vnd.oasis.opendocument.text"
    case png = "image/png"
    case jpeg = "image/jpeg"

    package var mediaType: String { rawValue }

    /// The ending of a name, without the dot.
    package var ending: String {
        switch self {
        case .pdf: "pdf"
        case .docx: "docx"
        case .odt: "odt"
        case .png: "png"
        case .jpeg: "jpg"
        }
    }
}

extension Document {
    package init(_ tuple: borrowing Tuple) throws {
        id = try tuple[0]
        candidacy = try tuple[1]
        kind = try tuple[2]
        name = try tuple[3]
        format = try tuple[4]
        file = StoredFile(hash: try tuple[5], size: try tuple[6])
        addedAt = try tuple[7]
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, candidacy.sqlValue, kind.sqlValue, name.sqlValue, format.sqlValue, file.hash.sqlValue,
            file.size.sqlValue, addedAt.sqlValue,
        ]
    }
}
