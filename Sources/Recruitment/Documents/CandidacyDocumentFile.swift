import KohortCore
import KohortStore

/// What a document is served as, for its applicant and for those who may open the candidacy. Only ever a download.
package struct CandidacyDocumentFile: Query {
    package struct Answer: Hashable, Sendable {
        package let file: StoredFile
        /// Safe to offer as a file name.
        package let name: String
        package let mediaType: String
    }

    package static let permission = Permission.readDocument
    package var scope: Scope { .candidacy(candidacy) }
    package let candidacy: CandidacyID
    package let document: DocumentID

    package init(candidacy: CandidacyID, document: DocumentID) {
        (self.candidacy, self.document) = (candidacy, document)
    }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let owner = try read.find(Candidacy.self, candidacy)
        let document = try read.find(Document.self, document)
        guard document.candidacy == candidacy else { throw Rejection.notFound }
        if read.actor != .applicant(candidacy) { try owner.checkReadable(by: Self.permission, in: read) }
        return Answer(file: document.file, name: document.name, mediaType: document.format.mediaType)
    }
}
