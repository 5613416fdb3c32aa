import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// Diplomas and certificates (ROM-11, BD-9).
enum IssuedDocumentAPI {
    static let endpoints = [
        Endpoint(
            .get, "/trainees/{trainee}/documents", .query(DocumentsOfTrainee.name),
            Operation(
                "listDocuments", "A trainee's diploma and certificate, revoked ones too, the latest first",
                .ok(.object(["documents": .list(document)])))
        ) { _, visit in
            let documents = try await visit.fetch(DocumentsOfTrainee(trainee: try visit.trainee()))
            return .json { json in
                json.object { $0.member("documents", list: documents) { json, it in json.object { $0.issued(it) } } }
            }
        },
        Endpoint(
            post: "/trainees/{trainee}/documents/diploma", AwardDiploma.self,
            Operation(
                "awardDiploma", "The consortium awards its diploma, once the programme's requirements are met",
                .created, refusals: [.conflict])
        ) { change in
            let id: IssuedDocumentID = change.visit.newID()
            return try await change.made(
                id, by: AwardDiploma(document: id, trainee: try change.visit.trainee(), code: .random()))
        },
        Endpoint(
            post: "/trainees/{trainee}/documents/certificate", IssueCertificate.self,
            Operation("issueCertificate", "The employer issues its certificate", .created, refusals: [.conflict])
        ) { change in
            let id: IssuedDocumentID = change.visit.newID()
            return try await change.made(
                id, by: IssueCertificate(document: id, trainee: try change.visit.trainee(), code: .random()))
        },
        Endpoint(
            post: "/trainees/{trainee}/documents/{document}/revocation", RevokeDocument.self,
            Operation(
                "revokeDocument", "Takes a document back; who verifies it is told so", .done, refusals: [.conflict])
        ) { change in
            try await change.done(
                RevokeDocument(
                    document: try change.visit.context.id("document"), trainee: try change.visit.trainee()))
        },
        Endpoint(
            .get, "/documents/{code}", .query(VerifyDocument.name),
            Operation(
                "verifyDocument", "Whether a document with this code was issued, and still stands",
                .ok(document), isPublic: true)
        ) { request, visit in
            try await visit.keptJSON(for: request) {
                guard let code = VerificationCode(try visit.context.parameter("code")) else { throw Rejection.notFound }
                let document = try await visit.fetch(VerifyDocument(code: code))
                return { $0.object { $0.issued(document) } }
            }
        },
    ]

    private static let document = Shape.object([
        "id": .id, "kind": .choice(ClosingDocument.self), "code": .text, "issued_on": .date,
        "revoked_at": .nullable(.instant), "name": .text, "cohort": .slug, "employer": .text, "starts_on": .date,
        "ends_before": .date, "project": .nullable(.text),
    ])
}

extension JSONWriter {
    /// The members of a document as it was awarded.
    fileprivate mutating func issued(_ document: IssuedDocument) {
        member("id", document.id)
        member("kind", document.kind.rawValue)
        member("code", document.code.description)
        member("issued_on", document.issuedOn)
        member("revoked_at", document.revokedAt)
        member("name", document.content.name)
        member("cohort", document.content.cohort)
        member("employer", document.content.employer)
        period(document.content.period)
        member("project", document.content.project)
    }
}
