import HTTPTypes
import Hummingbird
import KohortCore
import KohortTesting
import NIOCore
import Testing

@testable import KohortWeb

struct ProblemTests {
    private func document(_ error: any Error) async throws -> (status: Int, text: String, headers: HTTPFields) {
        let route = Route(.get, "/here", .plumbing, for: .api) { _, _ in throw error }
        let answer = try await serve(try front([route])) { try await $0.execute(uri: "/here", method: .get) }
        return (answer.status.code, answer.text.replacing(/[0-9a-f]{16}/, with: "ID"), answer.headers)
    }

    @Test(arguments: [
        (Rejection.invalid([]), 422, "invalid"), (.notFound, 404, "not_found"), (.forbidden, 403, "forbidden"),
        (.conflict("offer.no_place_left"), 409, "offer.no_place_left"), (.gone, 410, "gone"),
    ])
    func `each rejection has its status and code`(rejection: Rejection, status: Int, code: String) {
        let problem = Problem(rejection)
        #expect(problem.status.code == status)
        #expect(problem.code == code)
    }

    @Test(arguments: [
        (WebProblem.badRequest("form.boundary"), 400, "form.boundary"), (.unauthorised, 401, "unauthorised"),
        (.foreignOrigin, 403, "origin.foreign"), (.noSuchPath, 404, "not_found"),
        (.methodNotAllowed([.get]), 405, "method.not_allowed"), (.tooSlow, 408, "body.too_slow"),
        (.payloadTooLarge(limit: 1), 413, "payload.too_large"),
        (.unsupportedMediaType(["text/csv"]), 415, "media_type.unsupported"),
        (.tooManyRequests(retryAfter: .seconds(1)), 429, "rate.limited"),
        (.unavailable(retryAfter: .seconds(1)), 503, "unavailable"),
    ])
    func `each problem of HTTP has its status and code`(error: WebProblem, status: Int, code: String) {
        let problem = Problem(error)
        #expect(problem.status.code == status)
        #expect(problem.code == code)
    }

    @Test func `the framework's errors keep their status and not their text`() async throws {
        let answer = try await document(HTTPError(.badRequest, message: "inner workings"))
        #expect(
            answer.text == #"{"type":"/problems/request.malformed","title":"The request cannot be read","status":400,"#
                + #""code":"request.malformed","request_id":"ID"}"#)
        #expect(Problem(NIOTooManyBytesError(maxBytes: 1)).code == "payload.too_large")
        #expect(Problem(HTTPError(.notAcceptable)).code == "http.406")
    }

    @Test func `a cancelled request is told to come again`() {
        #expect(Problem(CancellationError()).status == .serviceUnavailable)
    }

    @Test func `fields are listed with code and values in fixed order`() async throws {
        let problems = [
            FieldProblem("name", "text.too_long", ["limit": "200", "found": "<201>"]),
            FieldProblem("e\"mail", "email.form"),
        ]
        let answer = try await document(Rejection.invalid(problems))
        #expect(
            answer.text
                == #"{"type":"/problems/invalid","title":"Some fields must be mended","status":422,"code":"invalid","#
                + #""errors":[{"field":"name","code":"text.too_long","values":{"found":"<201>","limit":"200"}},"#
                + #"{"field":"e\"mail","code":"email.form","values":{}}],"request_id":"ID"}"#)
    }

    @Test func `a passed deadline is named with date, zone and end`() async throws {
        let date = try #require(LocalDate(year: 2011, month: 2, day: 14))
        let answer = try await document(Rejection.tooLate(Deadline(date, in: .stockholm)))
        #expect(answer.status == 409)
        #expect(
            answer.text == #"{"type":"/problems/deadline.passed","title":"The request does not fit the present state","#
                + #""status":409,"detail":"The deadline was the end of 2011-02-14 in Europe/Stockholm.","#
                + #""code":"deadline.passed","deadline":{"date":"2011-02-14","zone":"Europe/Stockholm","#
                + #""end":"2011-02-14T23:00:00.000Z"},"request_id":"ID"}"#)
    }

    @Test func `waiting times are whole seconds, rounded up`() async throws {
        let limited = try await document(WebProblem.tooManyRequests(retryAfter: .milliseconds(1001)))
        #expect(limited.headers[.retryAfter] == "2")
        #expect(limited.text.contains(#""retry_after":2,"#))
        #expect(Problem(WebProblem.unavailable(retryAfter: .zero)).headers[.retryAfter] == "1")
    }

    @Test func `who is not signed in is told how to`() {
        #expect(Problem(WebProblem.unauthorised).headers[.wwwAuthenticate] == "Bearer")
    }
}
