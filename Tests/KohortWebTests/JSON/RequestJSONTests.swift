import Foundation
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
            try await request.json(context, limit: limit).decode()
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

    @Test func `a tree holds all that was sent, each value as what it is`() async throws {
        let text = #"{"a":null,"b":true,"c":3,"d":3.5,"e":"3","f":[1,{}],"snake_case":100000000000000000000}"#
        let bytes = Data(text.utf8)
        #expect(
            try JSONBody(bytes: bytes).tree()
                == .object([
                    "a": .null, "b": .bool(true), "c": .integer(3), "d": .number(3.5), "e": .text("3"),
                    "f": .list([.integer(1), .object([:])]), "snake_case": .number(1e20),
                ]))
    }

    @Test(arguments: [
        "", "{", "{\"a\":}", "{\"a\":\"\\ud800\"}", "[1]]", "nul", String(repeating: "[", count: 100_000),
    ])
    func `a tree of what is no JSON is malformed`(text: String) {
        #expect(throws: WebProblem.badRequest("json.malformed")) { try JSONBody(bytes: Data(text.utf8)).tree() }
    }

    @Test(arguments: [
        (#"{"a":1,"b":2,"a":3}"#, "a"), (#"{"a":{"b":[{"c":1,"c":1}]}}"#, "c"), (#"{"a":1,"\u0061":2}"#, "a"),
        (#"{"a":{},"a":{}}"#, "a"), (#"{"x\"y":1,"x\"y":2}"#, "x\"y"),
    ])
    func `a member that stands twice is named`(text: String, name: String) {
        #expect(throws: Rejection.invalid(name, "json.duplicate")) { try JSONBody(bytes: Data(text.utf8)).tree() }
    }

    @Test(arguments: [
        #"{"a":{"a":1},"b":{"a":2}}"#, #"[{"a":1},{"a":2}]"#, #"{"a":"a","b":"a"}"#, #"{"a":["b","b"],"b":"{\"a\":1"}"#,
        #"{"a":1,"A":2}"#, "[]", #""a""#,
    ])
    func `a name that occurs in another object, or as a value, is no repetition`(text: String) throws {
        _ = try JSONBody(bytes: Data(text.utf8)).tree()
    }

    @Test func `a tree of another encoding than UTF-8 is malformed`() {
        let bytes = "{\"a\":1}".data(using: .utf16LittleEndian) ?? Data()
        #expect(throws: WebProblem.badRequest("json.malformed")) { try JSONBody(bytes: bytes).tree() }
    }
}
