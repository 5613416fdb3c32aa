import Foundation
import HTTPTypes
import Hummingbird
import KohortCore
import KohortTesting
import Logging
import NIOCore
import Testing

@testable import KohortWeb

struct FrontTests {
    private struct Leak: Error, CustomStringConvertible { let description = "password=swordfish" }

    private func failing(_ error: any Error, for audience: Route.Audience = .api) -> Route {
        Route(.get, "/{tenant}/fails", .query("Nothing"), for: audience) { _, _ in throw error }
    }

    @Test func `an unknown error is a plain 500 that says nothing of itself`() async throws {
        let answer = try await serve(try front([failing(Leak())])) { client in
            try await client.execute(uri: "/ks/fails", method: .get)
        }
        #expect(answer.status == .internalServerError)
        #expect(!answer.text.contains("swordfish"))
        #expect(answer.headers[.contentType] == "application/problem+json")
    }

    @Test func `an unknown error is logged at error level with the request id of the answer`() async throws {
        let logs = LogStore()
        let answer = try await serve(try front([failing(Leak())]), logs: logs) { client in
            try await client.execute(uri: "/ks/fails", method: .get)
        }
        let line = try #require(logs.lines.first { $0.level == .error })
        let requestID = try #require(line.metadata["request_id"])
        #expect(line.metadata["error"] == "password=swordfish")
        #expect(line.metadata["route"] == "/{tenant}/fails")
        #expect(answer.text.hasSuffix("\"request_id\":\"\(requestID)\"}"))
    }

    @Test func `a request id brought from outside is not taken over`() async throws {
        let forged = "forged\",\"admin\":\"yes"
        let route = Route(.get, "/id", .plumbing, for: .api) { _, context in .json { $0.value(context.requestID) } }
        let answer = try await serve(try front([route])) { client in
            try await client.execute(uri: "/id", method: .get, headers: [HTTPField.Name("X-Request-Id")!: forged])
        }
        #expect(answer.text.wholeMatch(of: /"[0-9a-f]{16}"/) != nil)
    }

    @Test func `the arrival is what the clock says when the headers are read`() async throws {
        let arrival = try await inRequest { _, context in context.arrival }
        #expect(arrival == noon)
    }

    @Test func `errors are problem documents under api and pages elsewhere`() async throws {
        let routes = [failing(Rejection.notFound), failing(Rejection.gone, for: .page)]
        let api = try await serve(try front([routes[0]])) { try await $0.execute(uri: "/ks/fails", method: .get) }
        let page = try await serve(try front([routes[1]])) { try await $0.execute(uri: "/ks/fails", method: .get) }
        #expect(api.headers[.contentType] == "application/problem+json")
        #expect(page.headers[.contentType] == "text/html; charset=utf-8")
        #expect(page.status == .gone)
        #expect(page.text.contains("<h1>410 It is no longer here</h1>"))
    }

    @Test(arguments: ["/ks/api/v1/nothing", "/api/v1/nothing"])
    func `an unknown path under api is a problem document`(path: String) async throws {
        let answer = try await serve(try front([])) { try await $0.execute(uri: path, method: .get) }
        #expect(answer.status == .notFound)
        #expect(answer.headers[.contentType] == "application/problem+json")
    }

    @Test func `an error page that fails gives way to the plain one`() async throws {
        let logs = LogStore()
        let front = try front([failing(Rejection.forbidden, for: .page)]) { _, _, _ in throw Leak() }
        let answer = try await serve(front, logs: logs) { try await $0.execute(uri: "/ks/fails", method: .get) }
        #expect(answer.status == .forbidden)
        #expect(answer.text.contains("<h1>403 Not allowed</h1>"))
        #expect(logs.lines.contains { $0.level == .error && $0.message == "error page failed" })
    }

    @Test func `an error page speaks the language that a step chose`() async throws {
        let front = try front(
            [failing(Rejection.forbidden, for: .page)],
            steps: [
                { _, _, context in
                    context.language = .sv
                    return nil
                }
            ],
            errorPage: { _, _, context in ByteBuffer(string: context.language.rawValue) })
        let answer = try await serve(front) { try await $0.execute(uri: "/ks/fails", method: .get) }
        #expect(answer.text == "sv")
    }

    @Test func `a step may answer in the route's place, and one that throws stops the rest`() async throws {
        let answering = try front([failing(Leak())], steps: [{ _, _, _ in .redirect(to: "/sign-in") }])
        let refusing = try front([failing(Leak())], steps: [{ _, _, _ in throw Rejection.forbidden }])
        let answered = try await serve(answering) { try await $0.execute(uri: "/ks/fails", method: .get) }
        let refused = try await serve(refusing) { try await $0.execute(uri: "/ks/fails", method: .get) }
        #expect(answered.status == .seeOther)
        #expect(answered.headers[.location] == "/sign-in")
        #expect(refused.status == .forbidden)
    }

    @Test func `a HEAD gets the headers of the GET and no body`() async throws {
        let route = Route(.get, "/page", .plumbing, for: .page) { _, _ in .html(ByteBuffer(string: "hello")) }
        let answer = try await serve(try front([route])) { try await $0.execute(uri: "/page", method: .head) }
        #expect(answer.status == .ok)
        #expect(answer.headers[.contentLength] == "5")
        #expect(answer.body.readableBytes == 0)
    }

    @Test func `a tenant's own domain is served by the paths with its prefix`() async throws {
        let route = Route(.get, "/{tenant}/vacancies", .query("Vacancies"), for: .page) { _, context in
            .html(ByteBuffer(string: try context.parameter("tenant")))
        }
        let front = Front(try RouteTable([route]), path: { "/romerike" + $0.uri.path })
        let answer = try await serve(front) { try await $0.execute(uri: "/vacancies", method: .get) }
        #expect(answer.text == "romerike")
    }
}
