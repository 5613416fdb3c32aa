import HTTPTypes
import Hummingbird
import KohortCore

extension Problem {
    /// Every error's way out. What is not known here says nothing of itself: a plain 500.
    package init(_ error: any Error) {
        switch error {
        case let rejection as Rejection: self.init(rejection)
        case let problem as WebProblem: self.init(problem)
        case let error as any HTTPResponseError: self.init(error.status, Self.code(of: error.status))
        case is CancellationError: self.init(WebProblem.unavailable(retryAfter: .seconds(5)))
        default: self.init(.internalServerError, "internal")
        }
    }

    private static func code(of status: HTTPResponse.Status) -> String {
        switch status.code {
        case 400: "request.malformed"
        case 404: "not_found"
        case 413: "payload.too_large"
        case 500: "internal"
        default: "http.\(status.code)"
        }
    }
}
