import KohortCore
import KohortStore

/// Issues one of the trainee's closing documents; refused before the programme's requirements are met (ROM-11).
package protocol IssuingCommand: Command where Outcome == Done {
    static var kind: ClosingDocument { get }
    var document: IssuedDocumentID { get }
    var trainee: TraineeID { get }
    var code: VerificationCode { get }
}

extension IssuingCommand {
    package static var events: [any Event.Type] { [DocumentIssued.self] }
    package var scope: Scope { .trainee(trainee) }

    package func perform(in write: borrowing Write) throws -> Done {
        try write.issue(Self.kind, document, to: trainee, code)
        return Done()
    }
}

/// The consortium awards a diploma.
package struct AwardDiploma: IssuingCommand {
    package static let permission = Permission.awardDiploma
    package static let kind = ClosingDocument.diploma
    package let document: IssuedDocumentID
    package let trainee: TraineeID
    package let code: VerificationCode

    package init(document: IssuedDocumentID, trainee: TraineeID, code: VerificationCode) {
        (self.document, self.trainee, self.code) = (document, trainee, code)
    }
}

/// The employer issues its certificate of service.
package struct IssueCertificate: IssuingCommand {
    package static let permission = Permission.issueCertificate
    package static let kind = ClosingDocument.certificate
    package let document: IssuedDocumentID
    package let trainee: TraineeID
    package let code: VerificationCode

    package init(document: IssuedDocumentID, trainee: TraineeID, code: VerificationCode) {
        (self.document, self.trainee, self.code) = (document, trainee, code)
    }
}

/// Takes a document back; whoever verifies it is told so, and another one may be issued.
package struct RevokeDocument: Command {
    package static let permission = Permission.revokeDocument
    package static let events: [any Event.Type] = [DocumentRevoked.self]
    package var scope: Scope { .trainee(trainee) }
    package let document: IssuedDocumentID
    package let trainee: TraineeID

    package init(document: IssuedDocumentID, trainee: TraineeID) { (self.document, self.trainee) = (document, trainee) }

    package func perform(in write: borrowing Write) throws -> Done {
        var document = try write.find(IssuedDocument.self, document)
        guard document.trainee == trainee else { throw Rejection.notFound }
        guard document.revokedAt == nil else { throw Rejection.conflict("document.revoked") }
        document.revokedAt = write.now
        try write.update(document)
        let employer = try write.find(Trainee.self, trainee).employer
        try write.record(
            DocumentRevoked(document: document.id, trainee: trainee, employer: employer, kind: document.kind))
        return Done()
    }
}

extension Write {
    fileprivate func issue(
        _ kind: ClosingDocument, _ id: IssuedDocumentID, to trainee: TraineeID, _ code: VerificationCode
    ) throws {
        let (trainee, cohort) = try read.trainee(trainee)
        guard cohort.rules.completion.documents.contains(kind) else {
            throw Rejection.conflict("document.not_in_programme")
        }
        guard trainee.state != .withdrawn, trainee.state != .blocked else { throw Rejection.conflict("document.left") }
        for step in try ClosingSteps.missing(of: trainee, in: cohort, read) {
            throw Rejection.conflict("document.missing_\(step.rawValue)")
        }
        let known = try count(
            """
            select count(*) from awarded_document
            where trainee = \(trainee.id) and kind = \(kind) and revoked_at is null
            """)
        guard known == 0 else { throw Rejection.conflict("document.issued") }
        let document = IssuedDocument(
            id: id, trainee: trainee.id, kind: kind, code: code, issuedOn: cohort.today(now), issuedAt: now,
            content: try IssuedDocument.Content(of: trainee, in: cohort, read))
        try insert(document)
        try record(DocumentIssued(document: id, trainee: trainee.id, employer: trainee.employer, kind: kind))
    }
}

extension IssuedDocument.Content {
    fileprivate init(of trainee: Trainee, in cohort: CohortPlan, _ read: borrowing Read) throws {
        let hosts = try read.ask(HostDirectory.self).all(trainee.period.start, read)
        (name, self.cohort, period) = (trainee.name, cohort.slug, trainee.period)
        employer = hosts.first { $0.id == trainee.employer }?.name ?? ""
        placements = try Placement.all(of: trainee.id, in: read).map { placement in
            let host = hosts.first { $0.id == placement.host }
            return Line(
                host: host?.name ?? "", unit: host?.units.first { $0.id == placement.unit }?.name,
                period: placement.period)
        }
        goals = try read.all("select goal from reached_goal where trainee = \(trainee.id) order by goal") { try $0[0] }
        project = try read.first(Project.self, "where trainee = \(trainee.id) and state = 'passed'")?.title
    }
}
