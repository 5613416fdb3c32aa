import HTTPTypes
import Hummingbird
import KohortWeb
import NIOCore
import Testing

@Suite struct `The first field of a form` {
    private static let plain = "application/x-www-form-urlencoded"
    private static let multipart = "multipart/form-data; boundary=xx"

    private func part(_ name: String, _ value: String, _ more: String = "") -> String {
        "--xx\r\nContent-Disposition: form-data; name=\"\(name)\"\(more)\r\n\r\n\(value)\r\n"
    }

    /// The first field, and what a reader then finds in the whole form, however the body is cut.
    private func read(_ body: String, _ type: String, chunk: Int = 1 << 20) async throws -> (first: String?, form: Form)
    {
        try await inRequest(headers: [.contentType: type]) { request, context in
            let request = request.with(RequestBody(Array(body.utf8), chunkSize: chunk))
            let (first, whole) = try await request.firstField("token", context)
            return (first, try await whole.form(context))
        }
    }

    @Test(arguments: [1, 3, 64, 1 << 20]) func `is told before the form is read, and the form is whole`(
        chunk: Int
    ) async throws {
        let plain = try await read("token=abc&name=%C3%85se", Self.plain, chunk: chunk)
        #expect(plain.first == "abc" && plain.form.text("name") == "Åse" && plain.form.text("token") == "abc")
        let body = part("token", "abc") + part("name", "Åse") + "--xx--\r\n"
        let multipart = try await read(body, Self.multipart, chunk: chunk)
        #expect(multipart.first == "abc" && multipart.form == plain.form)
    }

    @Test func `is nobody's where it goes by another name, comes later or is a file`() async throws {
        for body in ["name=x&token=abc", "", "tokens=abc"] { #expect(try await read(body, Self.plain).first == nil) }
        for body in [part("name", "x") + part("token", "abc"), part("token", "", "; filename=\"\"")] {
            #expect(try await read(body + "--xx--\r\n", Self.multipart).first == nil)
        }
    }

    @Test func `is looked for no further than it reaches, so that a slow sender is answered`() async throws {
        let body = Array((part("token", "abc") + part("name", "x")).utf8)
        let first = try await inRequest(headers: [.contentType: Self.multipart]) { request, context in
            try await request.with(.stalled(after: body)).firstField("token", context).text
        }
        #expect(first == "abc")
        let long = Array(part("token", String(repeating: "x", count: 20_000)).utf8)
        let none = try await inRequest(headers: [.contentType: Self.multipart]) { request, context in
            try await request.with(.stalled(after: long)).firstField("token", context).text
        }
        #expect(none == nil)
    }

    @Test(arguments: [nil, "text/plain", "application/json"]) func `is in no other kind of body`(type: String?) async {
        let types = ["application/x-www-form-urlencoded", "multipart/form-data"]
        await #expect(throws: WebProblem.unsupportedMediaType(types)) {
            let headers: HTTPFields = type.map { [.contentType: $0] } ?? [:]
            return try await inRequest(headers: headers, body: ByteBuffer(string: "token=abc")) { request, context in
                try await request.firstField("token", context).text
            }
        }
    }
}
