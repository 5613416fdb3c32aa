import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// The trainee's project. Papers are handed in through the pages, which take files.
enum ProjectAPI {
    static let endpoints = [
        Endpoint(
            .get, "/trainees/{trainee}/project", .query(ProjectOfTrainee.name),
            Operation("showProject", "A trainee's project; null before it is named", .ok(shape))
        ) { _, visit in
            let project = try await visit.fetch(ProjectOfTrainee(trainee: try visit.trainee()))
            return .json { json in json.object { $0.member("project") { $0.project(project) } } }
        },
        Endpoint(
            post: "/trainees/{trainee}/project", NameProject.self,
            Operation(
                "nameProject", "Says what the project is about", body: .form(["title": .text]), .done,
                refusals: [.conflict])
        ) { change in
            let sent: SentTitle = try change.read()
            return try await change.done(NameProject(trainee: try change.visit.trainee(), title: sent.title))
        },
        Endpoint(
            post: "/trainees/{trainee}/project/submission", HandInProject.self,
            Operation(
                "handInProject", "Hands the project in", body: .form(["summary": .text]), .done, refusals: [.conflict])
        ) { change in
            let sent: SentSummary = try change.read()
            return try await change.done(
                HandInProject(trainee: try change.visit.trainee(), summary: sent.summary, paper: nil))
        },
        Endpoint(
            post: "/trainees/{trainee}/project/assessment", AssessProject.self,
            Operation(
                "assessProject", "Passes what was handed in, or returns it with a comment",
                body: .form(["verdict": .choice(AssessProject.Verdict.self)], optional: ["comment": .text]), .done,
                refusals: [.conflict])
        ) { change in
            let sent: SentAssessment = try change.read()
            return try await change.done(
                AssessProject(
                    trainee: try change.visit.trainee(), verdict: sent.verdict, comment: sent.comment ?? ""))
        },
    ]

    private static let shape = Shape.object([
        "project": .nullable(
            .object([
                "title": .text, "state": .choice(ProjectState.self), "summary": .text, "paper": .nullable(.text),
                "handed_in_at": .nullable(.instant), "comment": .text, "assessed_at": .nullable(.instant),
            ]))
    ])
}

private struct SentTitle: Decodable {
    let title: String
}

private struct SentSummary: Decodable {
    let summary: String
}

private struct SentAssessment: Decodable {
    let verdict: AssessProject.Verdict
    let comment: String?
}

extension JSONWriter {
    fileprivate mutating func project(_ project: Project?) {
        guard let project else { return value(String?.none) }
        object { json in
            json.member("title", project.title)
            json.member("state", project.state.rawValue)
            json.member("summary", project.summary)
            json.member("paper", project.paper?.name)
            json.member("handed_in_at", project.handedInAt)
            json.member("comment", project.comment)
            json.member("assessed_at", project.assessedAt)
        }
    }
}
