import KohortWeb
import NIOCore
import Testing

struct JSONWriterRawTests {
    private func text(_ raw: String) -> String {
        var json = JSONWriter()
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

    @Test(arguments: [
        "{}", "[]", " [ ] ", #"{ "a" : [ 1 , true , false ] , "" : {} }"#, "0", "-0.5e+10", "1E3", #""\u00e5\"\/å🎓""#,
        "null", #"[[],{"a":{"b":[]}}]"#,
    ])
    func `every kind of value is one`(raw: String) {
        #expect(text(raw) == #"{"data":"# + raw + #","last":1}"#)
    }

    @Test(arguments: [
        "", " ", "{", #"{"a":1},"b":2"#, "nul", "nulls", "1 2", "01", "1.", ".5", "+1", "1e", "-", "[1,]", "[,1]",
        "[1 2]",
        #"{"a"}"#, #"{"a":}"#, #"{a:1}"#, #"{"a":1,}"#, #"{"a":1]"#, #"["a}"#, #""a"#, #""\x""#, #""\u12g4""#,
        "\"a\nb\"",
        "'a'", "]", String(repeating: "[", count: 100_000),
    ])
    func `what is not one whole value cannot break the answer`(raw: String) {
        #expect(text(raw) == #"{"data":null,"last":1}"#)
    }
}
