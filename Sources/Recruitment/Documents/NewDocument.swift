import KohortCore
import KohortStore

/// A document on its way to a candidacy; its content is stored already and is nobody's until then.
package struct NewDocument: Hashable, Sendable, Codable {
    package let id: DocumentID
    package let kind: DocumentKind
    /// As the sender named the file; made safe when it is attached.
    package let name: String
    /// As told from the content.
    package let format: DocumentFormat
    package let file: StoredFile

    package init(id: DocumentID, kind: DocumentKind, name: String, format: DocumentFormat, file: StoredFile) {
        (self.id, self.kind, self.name, self.format, self.file) = (id, kind, name, format, file)
    }
}

/// How many documents a candidacy may have, and how large.
package enum DocumentRules {
    package static let largestCount = 5
    /// In bytes: 10 MB.
    package static let largestSize: Int64 = 10_000_000

    /// `documents.too_many`, and `document.too_large` or `document.empty` for any of the new ones.
    static func problems(adding documents: [NewDocument], to count: Int) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if count + documents.count > largestCount {
            problems.append(FieldProblem("documents", "documents.too_many", ["limit": String(largestCount)]))
        }
        if documents.contains(where: { $0.file.size > largestSize }) {
            problems.append(FieldProblem("documents", "document.too_large", ["limit": String(largestSize)]))
        }
        if documents.contains(where: { $0.file.size < 1 }) {
            problems.append(FieldProblem("documents", "document.empty"))
        }
        return problems
    }
}
