import HTTPTypes
import Hummingbird
import KohortCore
import Logging

/// Runs before every matched route; may choose the language, refuse by throwing, or answer in the route's place.
package typealias Step = @Sendable (Route, Request, inout KohortContext) async throws -> Response?

/// The outermost responder: whatever happens within, an answer leaves in one form and with the security headers on.
/// Hummingbird's own way out for errors passes by every middleware, hence this stands around its place.
package struct Front: HTTPResponder {
    package let table: RouteTable
    private let clock: WallClock
    private let language: Language
    private let path: @Sendable (Request) -> String
    private let steps: [Step]
    private let linger: Duration
    private let isSecure: Bool
    private let problem: @Sendable (any Error) -> Problem
    private let errorPage: ErrorPage
    private let figures: RequestFigures

    /// - Parameters:
    ///   - language: of readers whose browser asks for none of ours.
    ///   - path: what routes are matched by; where a tenant has its own domain, the path with the tenant's prefix.
    ///   - steps: run in order before each route.
    ///   - linger: how long a connection stays open for the answer to a sender who was refused in mid-body.
    ///   - isSecure: whether readers come over TLS, and shall go on to do so.
    ///   - problem: what an error leaves as, where errors of deeper layers have a status of their own.
    ///   - errorPage: renders what went wrong for readers of pages; the JSON API gets problem documents.
    ///   - figures: where the time of each request is counted.
    package init(
        _ table: RouteTable, clock: WallClock = .system, language: Language = .nb,
        path: @escaping @Sendable (Request) -> String = { $0.uri.path }, steps: [Step] = [],
        linger: Duration = .seconds(5), isSecure: Bool = true,
        problem: @escaping @Sendable (any Error) -> Problem = { Problem($0) },
        errorPage: @escaping ErrorPage = PlainErrorPage.render, figures: RequestFigures = RequestFigures()
    ) {
        (self.table, self.clock, self.language) = (table, clock, language)
        (self.path, self.steps, self.linger, self.isSecure) = (path, steps, linger, isSecure)
        (self.problem, self.errorPage, self.figures) = (problem, errorPage, figures)
    }

    /// Answers; never throws.
    package func respond(to request: Request, context: KohortContext) async -> Response {
        let start = ContinuousClock.now
        var context = context
        context.open(request, clock: clock, fallback: language)
        var response: Response
        do { response = try await handled(request, &context) } catch {
            response = await refused(error, request, context)
        }
        SecurityHeaders.add(to: &response, isSecure: isSecure)
        figures.add(request.method, context.endpointPath, response.status, start.duration(to: .now))
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func handled(_ request: Request, _ context: inout KohortContext) async throws -> Response {
        let (route, parameters) = try table.match(request.method, path(request))
        context.coreContext.parameters = parameters
        context.coreContext.endpointPath.value = route.pattern
        for step in steps {
            if let answer = try await step(route, request, &context) { return answer }
        }
        let response = try await route.handler(request, context)
        if route.isNoted { note(response, route, request, context) }
        return response
    }

    private func note(_ response: Response, _ route: Route, _ request: Request, _ context: KohortContext) {
        let details: Logger.Metadata = [
            "status": .stringConvertible(response.status.code), "method": .string(request.method.rawValue),
            "route": .string(route.pattern),
        ]
        context.logger.info("request done", metadata: details.merging(context.trail.metadata) { $1 })
    }

    private func refused(_ error: any Error, _ request: Request, _ context: KohortContext) async -> Response {
        let problem = self.problem(error)
        log(error, as: problem, request, context)
        var response = await answer(problem, request, context)
        // A sender who was cut off is not read from any more, and would otherwise wait for his next answer.
        if problem.status == .requestTimeout || context.leavesBody(of: request) {
            response.headers[.connection] = "close"
            context.close(after: linger)
        }
        return response
    }

    private func answer(_ problem: Problem, _ request: Request, _ context: KohortContext) async -> Response {
        switch table.audience(of: path(request)) {
        case .api: problem.document(context)
        case .page: await problem.page(request, context, errorPage)
        }
    }

    /// The route's pattern stands for the path, which may hold a private link's token.
    private func log(_ error: any Error, as problem: Problem, _ request: Request, _ context: KohortContext) {
        let details: Logger.Metadata = [
            "code": .string(problem.code), "status": .stringConvertible(problem.status.code),
            "method": .string(request.method.rawValue), "route": .string(context.endpointPath ?? ""),
        ].merging(context.trail.metadata) { $1 }
        switch problem.status.code {
        // An answer of 503 that was meant is no fault; one that something broken led to is.
        case 500... where !(error is WebProblem || error is CancellationError):
            context.logger.error("request failed", metadata: details.merging(["error": "\(error)"]) { $1 })
        case 404, 405: context.logger.debug("request refused", metadata: details)
        default: context.logger.info("request refused", metadata: details)
        }
    }
}
