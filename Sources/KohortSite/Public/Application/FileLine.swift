import KohortStore
import KohortWeb
import Recruitment

/// A file that is there already, which a form can keep or let go of.
struct FileLine: PageModel {
    /// What the form sends: a document's id, or a sealed document.
    let value: String
    let name: String
    let detail: String
    let id: String
    let isChosen: Bool

    init(_ document: Document, isRemoved: Bool, _ visit: Visit) {
        self.init(
            value: "\(document.id)", name: document.name, detail: visit.detail(document.kind, document.file.size),
            id: "document-\(document.id)", isChosen: isRemoved)
    }

    init(_ document: SentDocument, index: Int, for pass: ApplicationPass, _ visit: Visit) throws {
        self.init(
            value: try document.sealed(for: pass, visit), name: document.name,
            detail: visit.detail(document.kind, document.file.size), id: "kept-\(index + 1)", isChosen: true)
    }

    private init(value: String, name: String, detail: String, id: String, isChosen: Bool) {
        (self.value, self.name, self.detail) = (value, name, detail)
        (self.id, self.isChosen) = (id, isChosen)
    }

    static let fields: [String: PageField<Self>] = [
        "value": .text { $0.value },
        "name": .text { $0.name },
        "detail": .text { $0.detail },
        "id": .text { $0.id },
        "chosen": .flag { $0.isChosen },
    ]
}

extension Visit {
    /// What a document is, and its size: `CV, 240 kB`.
    func detail(_ kind: DocumentKind, _ size: Int64) -> String {
        "\(text("document.\(kind.rawValue)")), \(format.size(size))"
    }

    /// A document's name, and its size: `cv.pdf, 240 kB`.
    func sized(_ document: Document) -> String { "\(document.name), \(format.size(document.file.size))" }
}
