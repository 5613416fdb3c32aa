import HTTPTypes
import Hummingbird
import KohortApp
import KohortCore
import KohortStore
import KohortWeb
import Recruitment

/// An application as it arrived: what was typed, the files that are good, and what is wrong with the others.
struct SentApplication: Sendable {
    var form: Form
    let pass: ApplicationPass
    let documents: [SentDocument]
    let problems: [FieldProblem]
    /// What answers it when something is wrong with it: 413 where it was cut off, 503 where nobody could look at a file.
    let refusal: HTTPResponse.Status
    /// Whether it is to be sent in; otherwise it is kept as a draft.
    var submits: Bool { form.text("intent") == "submit" || form.step == nil && form.text("intent") != "draft" }

    /// Files go to the tenant's as they arrive. `candidacy` is the one to be changed; nil for a new one.
    static func read(_ request: Request, _ visit: Visit, of candidacy: CandidacyID? = nil) async throws -> Self {
        var limits = FormLimits()
        limits.file = Int(DocumentRules.largestSize)
        limits.files = DocumentRules.largestCount
        limits.room = try await visit.fileRoom()
        let sent = try await request.submission(
            visit.context, into: FormUploads(visit), limits: limits)
        let pass = candidacy.map { ApplicationPass($0, visit) } ?? ApplicationPass(sent.form, visit)
        return try await SentApplication(sent, pass ?? ApplicationPass(visit), visit)
    }

    private init(_ sent: Submission<StoredFile>, _ pass: ApplicationPass, _ visit: Visit) async throws {
        (form, self.pass) = (sent.form, pass)
        var refusal: HTTPResponse.Status = sent.isCutOff ? .contentTooLarge : .unprocessableContent
        var (documents, problems) = ([SentDocument](), sent.problems)
        for sealed in sent.form.list("kept") {
            guard let document = SentDocument.open(sealed, for: pass, visit) else { continue }
            if try await visit.open.files.renew(document.file.hash) {
                documents.append(document)
            } else {
                problems.append(FieldProblem(document.kind.field, "file.gone", ["name": document.name]))
            }
        }
        for upload in sent.uploads {
            let kind: DocumentKind = upload.part.field == "cv" ? .cv : .other
            let name = upload.part.filename
            if upload.stored.size == 0 {
                problems.append(FieldProblem(kind.field, "file.empty", ["name": name]))
            } else if let fault = try await visit.virusFault(in: upload.stored) {
                problems.append(FieldProblem(kind.field, fault.rawValue, ["name": name]))
                if fault == .unlooked { refusal = .serviceUnavailable }
            } else if let format = try await visit.open.files.format(of: upload.stored) {
                documents.append(SentDocument(kind: kind, name: name, format: format, file: upload.stored))
            } else {
                problems.append(FieldProblem(kind.field, "file.kind", ["name": name]))
            }
        }
        self.refusal = refusal
        (self.documents, self.problems) = (Self.eachOnce(documents), problems)
    }

    /// A file that is chosen again beside the one that was kept is one file.
    private static func eachOnce(_ documents: [SentDocument]) -> [SentDocument] {
        documents.reduce(into: []) { kept, document in
            if !kept.contains(where: { $0.file == document.file && $0.kind == document.kind }) { kept.append(document) }
        }
    }
}

extension DocumentKind {
    /// The form's file field for it.
    var field: String {
        switch self {
        case .cv: "cv"
        case .other: "documents"
        }
    }
}
