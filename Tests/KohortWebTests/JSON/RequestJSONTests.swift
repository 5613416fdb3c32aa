import Hummingbird
import KohortCore
import KohortWeb
import NIOCore
import Testing

struct RequestJSONTests {
    private struct Demand: Decodable, Hashable, Sendable {
        struct Line: Decodable, Hashable, Sendable { let places: Int }
        let employer: Slug
        let lines: [Line]
    }

    private func decoded(
        _ text: String, type: String? = "application/json; charset=utf-8", limit: Int = 1000
    ) async throws -> Demand {
        let headers: HTTPFields = type.map { [.contentType: $0] } ?? [:]
        return try await inRequest(headers: headers, body: ByteBuffer(string: text)) { request, context in
            try await request.json(context, limit: limit)
        }
    }

    @Test func `a body that fits is decoded`() async throws {
        let demand = try await decoded(#"{"lines":[{"places":2}],"employer":"orn"}"#)
        #expect(demand == Demand(employer: try Slug("orn"), lines: [.init(places: 2)]))
    }

    @Test(arguments: [nil, "text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""])
    func `another content type is refused`(type: String?) async throws {
        await #expect(throws: WebProblem.unsupportedMediaType(["application/json"])) {
            try await decoded("{}", type: type)
        }
    }

    @Test(arguments: ["", "{", "[1,", "{\"employer\":\"orn\"} trailing", "\u{FEFF}x"])
    func `what is no JSON is malformed`(text: String) async throws {
        await #expect(throws: WebProblem.badRequest("json.malformed")) { try await decoded(text) }
    }

    @Test(arguments: [
        (#"{"lines":[]}"#, "employer", "json.missing"), (#"{"employer":null,"lines":[]}"#, "employer", "json.missing"),
        (#"{"employer":"orn","lines":[{"places":2},{"places":"3"}]}"#, "lines.1.places", "json.type"),
        (#"{"employer":"-orn","lines":[]}"#, "employer", "json.value"),
    ])
    func `a member that does not fit is named`(text: String, field: String, code: String) async throws {
        await #expect(throws: Rejection.invalid(field, code)) { try await decoded(text) }
    }

    @Test func `a body over the limit is refused and one at the limit is not`() async throws {
        let text = #"{"lines":[],"employer":"orn"}"#
        _ = try await decoded(text, limit: text.utf8.count)
        await #expect(throws: WebProblem.payloadTooLarge(limit: text.utf8.count - 1)) {
            try await decoded(text, limit: text.utf8.count - 1)
        }
    }
}
