import KohortCore

/// A document was added to a candidacy.
package struct DocumentAttached: Event {
    package static let name = "recruitment.document.attached"
    package let document: DocumentID
    package let candidacy: CandidacyID
    package let kind: DocumentKind
    package let format: DocumentFormat
    /// In bytes.
    package let size: Int64
    package var subject: Subject { Subject("candidacy", candidacy) }
    package var audience: Audience { .internal }
}

/// A document was taken from a candidacy.
package struct DocumentRemoved: Event {
    package static let name = "recruitment.document.removed"
    package let document: DocumentID
    package let candidacy: CandidacyID
    package var subject: Subject { Subject("candidacy", candidacy) }
    package var audience: Audience { .internal }
}
