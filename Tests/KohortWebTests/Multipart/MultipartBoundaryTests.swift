import Testing

@testable import KohortWeb

struct MultipartBoundaryTests {
    private func boundary(_ text: String) -> MultipartBoundary? {
        HeaderValue("multipart/form-data" + text).flatMap { MultipartBoundary($0) }
    }

    @Test(arguments: ["; boundary=x", "; boundary=\"a b:c\"", "; boundary=" + String(repeating: "x", count: 70)])
    func `a boundary of allowed characters is taken`(text: String) {
        #expect(boundary(text) != nil)
    }

    @Test(arguments: [
        "", "; boundary=\"\"", "; boundary=" + String(repeating: "x", count: 71), "; boundary=\"x \"",
        "; boundary=\"å\"",
        "; boundary=\"a\\\"b\"", "; boundary=\"x\r\ny\"", "; boundary=a~b",
    ])
    func `any other boundary is refused`(text: String) {
        #expect(boundary(text) == nil)
    }
}
