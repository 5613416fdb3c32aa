import HTTPTypes
import KohortCore

extension Problem {
    /// The one place where a rejection becomes a status.
    package init(_ rejection: Rejection) {
        switch rejection {
        case .invalid(let problems):
            self.init(.unprocessableContent, "invalid")
            fields = problems
        case .notFound: self.init(.notFound, "not_found")
        case .forbidden: self.init(.forbidden, "forbidden")
        case .conflict(let code): self.init(.conflict, code)
        case .gone: self.init(.gone, "gone")
        case .tooLate(let passed):
            self.init(.conflict, "deadline.passed")
            deadline = passed
            detail = "The deadline was the end of \(passed.date) in \(passed.zone)."
        }
    }
}
