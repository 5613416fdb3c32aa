import Testing

@testable import KohortWeb

struct HeaderValueTests {
    @Test(
        arguments: [
            ("form-data; name=\"cv\"", "form-data", ["name": "cv"]),
            ("Multipart/Form-Data;boundary=----a'()+_,-./:=?", "multipart/form-data", nil),
            ("multipart/form-data ; Boundary=\"a b\" ", "multipart/form-data", ["boundary": "a b"]),
            ("a; x=\"q\\\"r\\\\s\"; y=t", "a", ["x": "q\"r\\s", "y": "t"]),
            ("a; x=\"C:\\temp\\cv.pdf\"", "a", ["x": "C:\\temp\\cv.pdf"]), ("text/plain", "text/plain", [:]),
            ("a; filename*=UTF-8''na%C3%AFve.pdf", "a", ["filename*": "UTF-8''na%C3%AFve.pdf"]),
            ("a; x=\"\"", "a", ["x": ""]), ("a; x=\"å;b=c\"", "a", ["x": "å;b=c"]),
        ] as [(String, String, [String: String]?)])
    func `a value and its parameters are read`(text: String, value: String, parameters: [String: String]?) {
        let read = HeaderValue(text)
        #expect(read?.parameters == parameters)
        #expect(parameters == nil || read?.value == value)
    }

    @Test(arguments: ["", ";", "a; x", "a; x=", "a; =y", "a; x=\"open", "a; x=1; X=2", "a b; x=1", "a; x=1 y=2", "a;"])
    func `what is malformed or says a thing twice is refused`(text: String) {
        #expect(HeaderValue(text) == nil)
    }
}
