import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb
import NIOCore
import Testing

struct RequestFormTests {
    private func form(
        _ body: String, type: String? = "application/x-www-form-urlencoded", limits: FormLimits = FormLimits()
    ) async throws -> Form {
        let headers: HTTPFields = type.map { [.contentType: $0] } ?? [:]
        return try await inRequest(headers: headers, body: ByteBuffer(string: body)) { request, context in
            try await request.form(context, limits: limits)
        }
    }

    private let multipart = "multipart/form-data; boundary=xx"

    @Test func `an urlencoded form is read`() async throws {
        let form = try await form("name=%C3%85se&place=orn&place=ume")
        #expect(form.text("name") == "Åse")
        #expect(form.list("place") == ["orn", "ume"])
    }

    @Test func `a multipart form without files is read`() async throws {
        let body = "--xx\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nÅse\r\n--xx--\r\n"
        #expect(try await form(body, type: multipart).text("name") == "Åse")
    }

    @Test func `a multipart form without files refuses one, and takes an empty file field`() async throws {
        func body(_ filename: String) -> String {
            "--xx\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"\(filename)\"\r\n\r\n\r\n--xx--\r\n"
        }
        #expect(try await form(body(""), type: multipart) == Form())
        await #expect(throws: Rejection.invalid("cv", "file.too_many", ["limit": "0"])) {
            try await form(body("cv.pdf"), type: multipart)
        }
    }

    @Test(arguments: [nil, "text/plain", "application/json", "multipart/mixed; boundary=xx"])
    func `another content type is refused`(type: String?) async throws {
        let types = ["application/x-www-form-urlencoded", "multipart/form-data"]
        await #expect(throws: WebProblem.unsupportedMediaType(types)) { try await form("a=1", type: type) }
    }

    @Test func `each bound refuses what is over it and takes what is at it`() async throws {
        var limits = FormLimits()
        (limits.plainBody, limits.fields, limits.text) = (12, 2, 5)
        #expect(try await form("a=12345&b=67", limits: limits).text("b") == "67")
        await #expect(throws: WebProblem.payloadTooLarge(limit: 12)) { try await form("a=12345&b=678", limits: limits) }
        await #expect(throws: WebProblem.payloadTooLarge(limit: 5)) { try await form("a=123456", limits: limits) }
        await #expect(throws: WebProblem.badRequest("form.too_many_fields")) { try await form("a&b&c", limits: limits) }
    }
}
