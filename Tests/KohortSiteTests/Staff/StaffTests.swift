import HTTPTypes
import KohortTesting
import KohortWeb
import NIOCore
import Testing

@testable import KohortSite

@Suite struct `The rooms of staff and employers` {
    @Test func `every page and form turns a visitor away who is not signed in`() async throws {
        let paths = try await RoomPaths(try await RoundStory.released())
        #expect(paths.routes.count > 40)
        for route in paths.routes {
            let answer = try await paths.story.world.send(route.method, paths.path(of: route), as: .nobody)
            #expect(answer.status == .unauthorized, "\(route.method) \(route.pattern): \(answer.status)")
            #expect(!answer.text.contains("Alva"), "\(route.pattern)")
        }
    }

    @Test func `another employer's coordinator enters no page of staff or of the employer`() async throws {
        let paths = try await RoomPaths(try await RoundStory.released())
        for route in paths.routes {
            let answer = try await paths.story.world.send(
                route.method, paths.path(of: route), as: .coordinator("norsjo"))
            let refusals: [HTTPResponse.Status] = [.notFound, .forbidden]
            #expect(refusals.contains(answer.status), "\(route.method) \(route.pattern): \(answer.status)")
            #expect(!answer.text.contains("Alva") && !answer.text.contains("Engineer for roads"), "\(route.pattern)")
        }
    }

    @Test func `the lead opens every page of the programme office`() async throws {
        let paths = try await RoomPaths(try await RoundStory.released())
        for route in paths.routes where route.method == .get && route.pattern.contains("/staff") {
            if RoomPaths.isUnseeded(route) { continue }
            let answer = try await paths.story.world.send(.get, paths.path(of: route), as: .lead)
            #expect(answer.status == .ok, "\(route.pattern): \(answer.status)")
        }
    }

    @Test func `the coordinator opens every page of the own employer`() async throws {
        let paths = try await RoomPaths(try await RoundStory.released())
        for route in paths.routes where route.method == .get && route.pattern.contains("/employer") {
            if RoomPaths.isUnseeded(route) { continue }
            let answer = try await paths.story.world.send(.get, paths.path(of: route), as: RoundStory.first)
            #expect(answer.status == .ok, "\(route.pattern): \(answer.status)")
        }
    }

    @Test(arguments: ["nb", "sv", "en"])
    func `no page shows the key of a text in place of its words`(language: String) async throws {
        let paths = try await RoomPaths(try await RoundStory.released())
        for route in paths.routes where route.method == .get && !RoomPaths.isUnseeded(route) {
            let visitor = route.pattern.contains("/staff") ? RoundSite.Visitor.lead : RoundStory.first
            let cookie = try await paths.story.world.cookie(of: visitor).map { "\($0); kohort_language=\(language)" }
            let answer = try await paths.story.world.send(
                .get, paths.path(of: route), as: visitor, language: language, cookie: cookie)
            let keys = answer.text.matches(
                of:
                    /\b(desk|staff|employer|cohort|done|conflict|problem|event|nav|board|charge|closing|terms)\.[a-z_]+[.a-z_]*/
            )
            #expect(keys.map { String($0.output.0) } == [], "\(route.pattern)")
            #expect(route.pattern.hasSuffix(".csv") || answer.text.contains("<html lang=\"\(language)\">"))
        }
    }

    @Test func `a page weighs less than 80 kB with fifty rows`() async throws {
        let story = try await RoundStory.released(count: 55)
        for path in ["/employer/ornskoldsvik/pool", "/employer/ornskoldsvik/pool/\(story.candidacies[0])"] {
            let answer = try await story.world.send(.get, path, as: RoundStory.first)
            #expect(answer.body.readableBytes < 80_000, "\(path): \(answer.body.readableBytes)")
        }
        let list = try await story.world.send(.get, "/staff/rounds/first-call/candidacies", as: .lead)
        #expect(list.body.readableBytes < 80_000)
    }
}
