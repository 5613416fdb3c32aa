import KohortWeb
import NIOCore
import Testing

struct JSONWriterRawTests {
    private func text(_ raw: String, forScript: Bool = false) -> String {
        var json = JSONWriter(forScript: forScript)
        json.object { json in
            json.member("data", rawJSON: raw)
            json.member("last", 1)
        }
        return String(buffer: json.bytes)
    }

    @Test func `stored JSON stands as it is`() {
        #expect(text(#"{"a":[1,null,"b"]}"#) == #"{"data":{"a":[1,null,"b"]},"last":1}"#)
        #expect(text("17") == #"{"data":17,"last":1}"#)
    }

    @Test(arguments: ["", "{", #"{"a":1},"b":2"#, "nul", "1 2"])
    func `what is not one whole value cannot break the answer`(raw: String) {
        #expect(text(raw) == #"{"data":null,"last":1}"#)
    }

    @Test func `in a script it holds no markup`() {
        #expect(
            text(#"{"a":"</script>&"}"#, forScript: true) == #"{"data":{"a":"\u003c/script\u003e\u0026"},"last":1}"#)
    }
}
