import Hummingbird
import KohortWeb

/// A visit to the pages about one thing of the programme office's, such as a round or a cohort.
protocol DeskVisit: Sendable {
    var visit: Visit { get }
    /// The path of one of its pages below the tenant's.
    func path(_ rest: String) -> String
}

extension DeskVisit {
    /// The same as an address.
    func address(_ rest: String) -> String { visit.path(path(rest)) }

    /// Does what a form asks for and goes to `path` saying so, or shows the page of the form with why not.
    func attempt<Answer>(
        _ typed: Form = Form(), then path: String, done: String, _ deed: () async throws -> Answer,
        or refused: (Refusal) async throws -> Response
    ) async throws -> Response {
        try await visit.attempt(typed) {
            _ = try await deed()
            return visit.redirect(self.path("\(path)?done=\(done)"))
        } or: {
            try await refused($0)
        }
    }
}
