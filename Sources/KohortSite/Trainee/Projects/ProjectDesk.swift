import Delivery
import Hummingbird
import KohortApp
import KohortCore
import KohortStore
import KohortWeb
import Recruitment

enum ProjectDesk {
    static func name(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        try await room.take(request, "name_project", on: .project, done: "project.named") {
            _ = try await room.visit.perform(NameProject(trainee: room.id, title: $0.text("title")))
        }
    }

    /// The file is stored as it arrives, before the command that refers to it.
    static func handIn(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        var limits = FormLimits()
        limits.files = 1
        limits.room = try await room.visit.fileRoom()
        let sent = try await request.submission(
            room.visit.context, into: FormUploads(room.visit), limits: limits)
        return try await room.take(sent.form, "hand_in", on: .project, done: "project.handed_in") { typed in
            try sent.problems.map { FieldProblem("paper", $0.code, $0.values) }.throwIfAny()
            let paper = try await paper(sent.uploads.first, room.visit)
            _ = try await room.visit.perform(
                HandInProject(trainee: room.id, summary: typed.text("summary"), paper: paper))
        }
    }

    private static func paper(_ upload: Upload<StoredFile>?, _ visit: Visit) async throws -> Project.Paper? {
        guard let upload else { return nil }
        let name = upload.part.filename
        guard upload.stored.size > 0 else { throw Rejection.invalid("paper", "file.empty", ["name": name]) }
        if let fault = try await visit.virusFault(in: upload.stored) {
            throw Rejection.invalid("paper", fault.rawValue, ["name": name])
        }
        guard let format = try await visit.open.files.format(of: upload.stored) else {
            throw Rejection.invalid("paper", "file.kind", ["name": name])
        }
        return Project.Paper(file: upload.stored, name: name, mediaType: format.rawValue)
    }

    static func assess(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        try await room.take(request, "assess", on: .project, done: "project.assessed") { typed in
            guard let verdict = AssessProject.Verdict(rawValue: typed.text("verdict")) else {
                throw Rejection.invalid("verdict", "choice.required")
            }
            _ = try await room.visit.perform(
                AssessProject(trainee: room.id, verdict: verdict, comment: typed.text("comment")))
        }
    }

    /// What was handed in; only ever a download.
    static func paper(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        guard let paper = try await room.visit.fetch(ProjectOfTrainee(trainee: room.id))?.paper else {
            throw Rejection.notFound
        }
        return try DocumentDownload.response(paper.name, paper.mediaType, paper.file, room.visit.open.files)
    }
}
