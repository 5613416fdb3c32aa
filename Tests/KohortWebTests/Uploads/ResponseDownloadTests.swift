import HTTPTypes
import Hummingbird
import KohortTesting
import KohortWeb
import NIOCore
import Testing

struct ResponseDownloadTests {
    @Test func `a download is an attachment in a sandbox, with the kind that its content has`() async throws {
        let route = Route(.get, "/cv", .query("Document"), for: .page) { _, _ in
            .download("Åses CV.html", kind: .pdf, body: ResponseBody(byteBuffer: ByteBuffer(string: "%PDF-")))
        }
        let answer = try await serve(try front([route])) { try await $0.execute(uri: "/cv", method: .get) }
        #expect(answer.headers[.contentType] == "application/pdf")
        #expect(
            answer.headers[.contentDisposition]
                == "attachment; filename=\"_ses CV.html\"; filename*=UTF-8''%C3%85ses%20CV.html")
        #expect(answer.headers[.contentSecurityPolicy] == "sandbox; default-src 'none'; frame-ancestors 'none'")
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(answer.text == "%PDF-")
    }

    @Test(arguments: [
        ("a\"b\\c%d.pdf", "attachment; filename=\"c_d.pdf\"; filename*=UTF-8''c%25d.pdf"),
        ("x\r\nSet-Cookie: a=b", "attachment; filename=\"xSet-Cookie: a=b\"; filename*=UTF-8''xSet-Cookie%3A%20a%3Db"),
        ("a\"\u{301}b.pdf", "attachment; filename=\"a__b.pdf\"; filename*=UTF-8''a%22%CC%81b.pdf"),
        ("'*;.pdf", "attachment; filename=\"'*;.pdf\"; filename*=UTF-8''%27%2A%3B.pdf"),
    ])
    func `a name cannot break out of the header`(name: String, expected: String) {
        #expect(ContentDisposition.attachment(name) == expected)
    }
}
