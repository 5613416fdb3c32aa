import KohortCore

/// A diploma was awarded or a certificate issued.
package struct DocumentIssued: Event, Hashable {
    package static let name = "delivery.document.issued"
    package let document: IssuedDocumentID
    package let trainee: TraineeID
    package let employer: OrganisationID
    package let kind: ClosingDocument
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }
}

/// A document no longer stands.
package struct DocumentRevoked: Event, Hashable {
    package static let name = "delivery.document.revoked"
    package let document: IssuedDocumentID
    package let trainee: TraineeID
    package let employer: OrganisationID
    package let kind: ClosingDocument
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }
}

extension Permission {
    package static let awardDiploma = Permission("delivery.document.award")
    package static let issueCertificate = Permission("delivery.document.certify")
    package static let revokeDocument = Permission("delivery.document.revoke")
    /// For everybody.
    package static let verifyDocument = Permission("delivery.document.verify")
}
