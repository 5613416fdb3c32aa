import Hummingbird
import KohortCore
import KohortTesting
import KohortWeb
import NIOCore
import Testing

struct KohortContextParametersTests {
    private func status(_ path: String) async throws -> Int {
        let route = Route(.get, "/{tenant}/rounds/{round}", .query("Round"), for: .api) { _, context in
            let slug = try context.slug("tenant")
            let id: RoundID = try context.id("round")
            return .json { json in
                json.array {
                    $0.value(slug); $0.value(id)
                }
            }
        }
        return try await serve(try front([route])) { try await $0.execute(uri: path, method: .get).status.code }
    }

    @Test func `a slug and an id are read from the path`() async throws {
        #expect(try await status("/ks/rounds/\(RoundID.new())") == 200)
    }

    @Test func `what has not their form is not found`() async throws {
        #expect(try await status("/-ks/rounds/\(RoundID.new())") == 404)
        #expect(try await status("/ks/rounds/17") == 404)
    }

    @Test func `a name that the route does not capture is not found`() async throws {
        await #expect(throws: Rejection.notFound) {
            try await inRequest { _, context in try context.parameter("tenant") }
        }
    }
}
