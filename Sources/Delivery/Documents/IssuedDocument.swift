import KohortCore
import KohortStore

/// A diploma or a certificate as it was awarded: a snapshot that never changes, with a code that anyone can verify (BD-9).
package struct IssuedDocument: Record, Hashable {
    package static let table: StaticString = "awarded_document"
    package static let columns: [StaticString] = [
        "id", "trainee", "kind", "code", "issued_on", "issued_at", "content", "revoked_at",
    ]

    package let id: IssuedDocumentID
    package let trainee: TraineeID
    package let kind: ClosingDocument
    package let code: VerificationCode
    package let issuedOn: LocalDate
    package let issuedAt: Instant
    package let content: Content
    package internal(set) var revokedAt: Instant?

    /// What stands in it.
    package struct Content: Hashable, Sendable, Codable {
        package let name: String
        package let cohort: Slug
        package let employer: String
        package let period: Period
        package let placements: [Line]
        /// Slugs of the qualification goals that were reached.
        package let goals: [Slug]
        package let project: String?

        package struct Line: Hashable, Sendable, Codable {
            package let host: String
            package let unit: String?
            package let period: Period
        }
    }
}

/// Twelve characters without those that are easily mistaken, read in groups of four: `K7QX-2MNP-9RTV`.
package struct VerificationCode: Hashable, Sendable, Codable, CustomStringConvertible {
    package static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ")
    package let text: String

    /// Nil unless the text has twelve such characters; spaces, hyphens and small letters are taken.
    package init?(_ text: String) {
        let letters = text.uppercased().filter { $0 != "-" && $0 != " " }
        guard letters.count == 12, letters.allSatisfy(Self.alphabet.contains) else { return nil }
        self.text = letters
    }

    /// From the system's random numbers: some 58 bits, so that none is found by trying.
    package static func random() -> VerificationCode {
        var generator = SystemRandomNumberGenerator()
        let letters = (0..<12).map { _ in alphabet[Int.random(in: alphabet.indices, using: &generator)] }
        return VerificationCode(letters: String(letters))
    }

    private init(letters: String) { text = letters }

    package var description: String {
        [text.prefix(4), text.dropFirst(4).prefix(4), text.dropFirst(8)].joined(separator: "-")
    }
}

extension VerificationCode: Storable {
    package var sqlValue: SQLValue { text.sqlValue }

    package static func read(_ cells: any Cells, _ column: Int) -> VerificationCode? {
        cells.text(column).flatMap { VerificationCode($0) }
    }
}

extension ClosingDocument: Storable {}

extension IssuedDocument {
    package init(_ tuple: borrowing Tuple) throws {
        (id, trainee, kind, code) = (try tuple[0], try tuple[1], try tuple[2], try tuple[3])
        (issuedOn, issuedAt) = (try tuple[4], try tuple[5])
        content = (try tuple[6] as StoredJSON).value
        revokedAt = try tuple[7]
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, trainee.sqlValue, kind.sqlValue, code.sqlValue, issuedOn.sqlValue, issuedAt.sqlValue,
            StoredJSON(content).sqlValue, revokedAt.sqlValue,
        ]
    }

    static let migration = Migration(
        "issued-documents",
        [
            """
            create table awarded_document (id \(.text) primary key, trainee \(.text) not null references trainee (id), \
            kind \(.text) not null, code \(.text) not null unique, issued_on \(.text) not null, \
            issued_at \(.integer) not null, content \(.text) not null, revoked_at \(.integer), \
            check (kind in ('diploma', 'certificate')))
            """,
            "create unique index awarded_document_once on awarded_document (trainee, kind) where revoked_at is null",
        ])
}
