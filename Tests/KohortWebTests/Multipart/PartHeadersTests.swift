import NIOCore
import Testing

@testable import KohortWeb

struct PartHeadersTests {
    private func headers(_ parameters: String) -> PartHeaders? {
        PartHeaders(ByteBuffer(string: "\r\nContent-Disposition: form-data; \(parameters)"))
    }

    @Test(arguments: [
        ("name=\"cv\"; filename=\"Åses CV.pdf\"", "Åses CV.pdf"), ("name=cv; filename=\"../../x\"", "x"),
        ("name=cv; filename=\"C:\\Users\\Åse\\cv.pdf\"", "cv.pdf"), ("name=cv; filename=\"a%22b.pdf\"", "a\"b.pdf"),
        ("name=cv; filename=\"a\\\"b.pdf\"", "a\"b.pdf"), ("name=cv; filename=\"\"", ""),
        ("name=cv; filename=\"..\"", "file"),
        ("name=cv; filename=\"a%0D%0AX-Evil: 1.pdf\"", "aX-Evil: 1.pdf"),
        ("name=cv; filename=\"plain.pdf\"; filename*=UTF-8''na%C3%AFve%2Fcv.pdf", "cv.pdf"),
        ("name=cv; filename*=utf-8'nb'%C3%A6.pdf", "æ.pdf"),
        ("name=cv; filename=\"plain.pdf\"; filename*=UTF-8''%FF.pdf", "plain.pdf"),
        ("name=cv; filename=\"plain.pdf\"; filename*=ISO-8859-1''%E6.pdf", "plain.pdf"),
    ])
    func `a file's name is read and reduced to a name`(parameters: String, filename: String) {
        #expect(headers(parameters) == PartHeaders(field: "cv", filename: filename))
    }

    @Test func `a part without a file name is a text`() {
        #expect(headers("name=\"a%22b\"") == PartHeaders(field: "a\"b", filename: nil))
    }

    @Test func `a part without a field name is none`() {
        #expect(headers("filename=\"cv.pdf\"") == nil)
    }

    @Test func `what a part is stands on any line of its headers, and a line ends with CR LF only`() {
        let block = "Content-Type: text/plain\r\nCONTENT-disposition: form-data; name=\"a\nb\"\r\nX: y"
        #expect(PartHeaders(ByteBuffer(string: block)) == PartHeaders(field: "a\nb", filename: nil))
    }

    @Test(arguments: [
        "", "\r\n", "Content-Type: text/plain", "Content-Disposition form-data",
        "Content-Disposition: attachment; name=a",
        "Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b",
    ])
    func `headers that do not say once what the part is are none`(block: String) {
        #expect(PartHeaders(ByteBuffer(string: block)) == nil)
    }
}
