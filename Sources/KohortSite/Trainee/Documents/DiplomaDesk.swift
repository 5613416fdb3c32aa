import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// Diplomas and certificates: awarded, taken back, shown for printing.
enum DiplomaDesk {
    static func award(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        try await room.take(request, "", on: .closing, done: "diploma.awarded") { typed in
            let command = AwardDiploma(document: room.visit.newID(), trainee: room.id, code: .random())
            _ = try await room.visit.perform(command)
        }
    }

    static func certify(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        try await room.take(request, "", on: .closing, done: "certificate.issued") { typed in
            let command = IssueCertificate(document: room.visit.newID(), trainee: room.id, code: .random())
            _ = try await room.visit.perform(command)
        }
    }

    static func revoke(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        let document: IssuedDocumentID = try room.visit.context.id("document")
        return try await room.take(Form(), "", on: .closing, done: "document.revoked") { _ in
            _ = try await room.visit.perform(RevokeDocument(document: document, trainee: room.id))
        }
    }

    static func show(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        let id: IssuedDocumentID = try room.visit.context.id("document")
        let documents = try await room.visit.fetch(DocumentsOfTrainee(trainee: room.id))
        guard let document = documents.first(where: { $0.id == id }) else { throw Rejection.notFound }
        return try room.visit.page(DiplomaScreen(document, room))
    }
}
