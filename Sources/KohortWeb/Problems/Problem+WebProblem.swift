import HTTPTypes

extension Problem {
    package init(_ problem: WebProblem) {
        switch problem {
        case .badRequest(let code): self.init(.badRequest, code)
        case .unknownQuery(let names, let known):
            self.init(.badRequest, "query.unknown")
            let knows = known.isEmpty ? "nothing" : known.joined(separator: ", ")
            detail = "Not known here: \(names.joined(separator: ", ")). The query of this address knows \(knows)."
        case .unauthorised:
            self.init(.unauthorized, "unauthorised")
            headers[.wwwAuthenticate] = "Bearer"
        case .foreignOrigin: self.init(.forbidden, "origin.foreign")
        case .foreignForm: self.init(.forbidden, "form.foreign")
        case .noSuchPath: self.init(.notFound, "not_found")
        case .methodNotAllowed(let methods):
            self.init(.methodNotAllowed, "method.not_allowed")
            headers[.allow] = methods.map(\.rawValue).joined(separator: ", ")
        case .tooSlow: self.init(.requestTimeout, "body.too_slow")
        case .payloadTooLarge(let limit):
            self.init(.contentTooLarge, "payload.too_large")
            detail = "The limit is \(limit) bytes."
        case .unsupportedMediaType(let types):
            self.init(.unsupportedMediaType, "media_type.unsupported")
            detail = "Send \(types.joined(separator: " or "))."
        case .tooManyRequests(let wait): self.init(.tooManyRequests, "rate.limited", wait)
        case .unavailable(let wait): self.init(.serviceUnavailable, "unavailable", wait)
        }
    }

    /// One that passes: with Retry-After.
    package init(_ status: HTTPResponse.Status, _ code: String, _ wait: Duration) {
        self.init(status, code)
        retryAfter = wait
        headers[.retryAfter] = String(Self.seconds(wait))
    }

    /// Whole seconds, rounded up and at least one, as Retry-After wants them.
    static func seconds(_ wait: Duration) -> Int64 {
        max(1, wait.components.seconds + (wait.components.attoseconds > 0 ? 1 : 0))
    }
}
