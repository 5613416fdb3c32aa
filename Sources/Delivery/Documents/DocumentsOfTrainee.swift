import KohortCore
import KohortStore

/// A trainee's diploma and certificate, revoked ones too, the latest first.
package struct DocumentsOfTrainee: Query {
    package static let permission = Permission.readTrainee
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID

    package init(trainee: TraineeID) { self.trainee = trainee }

    package func fetch(in read: borrowing Read) throws -> [IssuedDocument] {
        let trainee = try read.trainee(trainee).0.id
        return try read.all(IssuedDocument.self, "where trainee = \(trainee) order by issued_at desc, id")
    }
}

/// Whether a document with this code was issued, and still stands; for everybody who holds one in their hands.
package struct VerifyDocument: Query {
    package static let permission = Permission.verifyDocument
    package let scope = Scope.consortium
    package let code: VerificationCode

    package init(code: VerificationCode) { self.code = code }

    package func fetch(in read: borrowing Read) throws -> IssuedDocument {
        guard let document = try read.first(IssuedDocument.self, "where code = \(code)") else {
            throw Rejection.notFound
        }
        return document
    }
}
