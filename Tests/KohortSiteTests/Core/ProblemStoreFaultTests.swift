import HTTPTypes
import Hummingbird
import KohortCore
import KohortStore
import KohortTesting
import KohortWeb
import Testing

@testable import KohortSite

@Suite struct `A store that cannot be used` {
    @Test(
        arguments: [
            (.full, 503, "storage.full", "60"), (.unavailable("gone"), 503, "storage.unavailable", "10"),
            (.locked("other"), 503, "storage.unavailable", "10"), (.closed, 503, "storage.unavailable", "10"),
            (.foreign("another"), 503, "storage.unavailable", "10"), (.constraint("a.b"), 500, "internal", nil),
            (.statement("near"), 500, "internal", nil),
            (.poisoned, 500, "internal", nil),
        ] as [(StoreFault, Int, String, String?)])
    func `is a 503 that says when to come again, and a fault of the program stays a plain 500`(
        _ fault: StoreFault, _ status: Int, _ code: String, _ wait: String?
    ) {
        let problem = Problem(ofSite: fault)
        #expect(problem.status.code == status)
        #expect(problem.code == code)
        #expect(problem.headers[.retryAfter] == wait)
    }

    @Test func `leaves rejections as they are`() {
        #expect(Problem(ofSite: Rejection.gone).status == .gone)
        #expect(Problem(ofSite: WebProblem.unavailable(retryAfter: .seconds(1))).code == "unavailable")
    }

    @Test(arguments: [
        ("nb", "Vi har ikke plass til mer akkurat nå"), ("sv", "Just nu får inget mer plats"),
        ("en", "There is no room for more just now"),
    ])
    func `tells readers of pages in their language that nothing was saved`(
        _ language: String, _ title: String
    ) async throws {
        let answer = try await answer(.page, language)
        #expect(answer.status == .serviceUnavailable)
        #expect(answer.headers[.retryAfter] == "60")
        #expect(String(buffer: answer.body).contains("<h1>\(title)</h1>"))
    }

    @Test func `tells systems by code`() async throws {
        let answer = try await answer(.api, "en")
        #expect(answer.headers[.contentType] == "application/problem+json")
        let text = String(buffer: answer.body)
        for part in [
            "\"status\":503", "\"code\":\"storage.full\"", "\"retry_after\":60",
            "\"detail\":\"There is no room to store anything at the moment. What is stored can be read.\"",
        ] { #expect(text.contains(part)) }
    }

    /// What the site's own front answers when a handler meets a full disk.
    private func answer(_ audience: Route.Audience, _ language: String) async throws -> TestResponse {
        let site = try await RoundSite().site
        let full = Route(.get, "/full", .plumbing, for: audience) { _, _ in throw StoreFault.full }
        let front = try site.front(isReady: { true }, more: [full])
        return try await TestClient(front).execute(uri: "/full", method: .get, headers: [.acceptLanguage: language])
    }
}
