import KohortWeb
import Testing

struct OriginTests {
    @Test(arguments: [
        ("https://kohort.example", "https://kohort.example"), ("HTTPS://Kohort.Example:443", "https://kohort.example"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"), ("http://[::1]:80", "http://[::1]"),
        ("http://a", "http://a"),
    ])
    func `an origin is read and written`(text: String, expected: String) {
        #expect(Origin(text)?.description == expected)
    }

    @Test(arguments: [
        "", "null", "kohort.example", "https://", "https://kohort.example/", "https://kohort.example/path", "ftp://a",
        "https://a:0", "https://a:65536", "https://a:+1", "https://a:", "https://user@a", "https://a b", "https://[::1",
        "https://[]", "https://a?b", "https://å.example", "https://[::1]x",
    ])
    func `anything else is none`(text: String) {
        #expect(Origin(text) == nil)
    }
}
