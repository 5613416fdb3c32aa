import KohortCore

/// A diploma was awarded or a certificate issued.
package struct DocumentIssued: TraineeEvent, Hashable {
    package static let name = "delivery.document.issued"
    package let document: IssuedDocumentID
    package let trainee: TraineeID
    package let employer: OrganisationID
    package let kind: ClosingDocument
}

/// A document no longer stands.
package struct DocumentRevoked: TraineeEvent, Hashable {
    package static let name = "delivery.document.revoked"
    package let document: IssuedDocumentID
    package let trainee: TraineeID
    package let employer: OrganisationID
    package let kind: ClosingDocument
}

extension Permission {
    package static let awardDiploma = Permission("delivery.document.award")
    package static let issueCertificate = Permission("delivery.document.certify")
    package static let revokeDocument = Permission("delivery.document.revoke")
    /// For everybody.
    package static let verifyDocument = Permission("delivery.document.verify")
}
