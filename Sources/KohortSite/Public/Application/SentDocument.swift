import Foundation
import KohortApp
import KohortCore
import KohortStore
import Recruitment

/// A file that arrived well with a form, which itself may be refused. The form then carries it along under a seal, so
/// that it need not be sent again and nobody can name a file that is not theirs.
struct SentDocument: Hashable, Sendable, Codable {
    let kind: DocumentKind
    let name: String
    let format: DocumentFormat
    let file: StoredFile

    /// The document with the proof that it was uploaded here, for this candidacy.
    func sealed(for pass: ApplicationPass, _ visit: Visit) throws -> String {
        let text = String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
        return visit.site.kohort.links.code(of: text, for: pass.purpose(visit)) + text
    }

    /// What was sealed; nil for a text that was not.
    static func open(_ sealed: String, for pass: ApplicationPass, _ visit: Visit) -> SentDocument? {
        let (code, text) = (String(sealed.prefix(43)), String(sealed.dropFirst(43)))
        guard visit.site.kohort.links.proves(code, text, for: pass.purpose(visit)) else { return nil }
        return try? JSONDecoder().decode(SentDocument.self, from: Data(text.utf8))
    }

    func new(_ visit: Visit) -> NewDocument {
        NewDocument(id: visit.newID(), kind: kind, name: name, format: format, file: file)
    }
}
