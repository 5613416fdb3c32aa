import Foundation
import KohortCore
import KohortWeb
import NIOCore
import Testing

struct JSONWriterTests {
    private func text(_ write: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        write(&json)
        return String(buffer: json.bytes)
    }

    @Test func `members come in the order they are written`() {
        let written = text { json in
            json.object { json in
                json.member("round", "2011")
                json.member("persons", 400)
                json.member("per_position", 400.0 / 12)
                json.member("note", String?.none)
                json.member("open", true)
                json.member("employers", list: [("orn", 45), ("ume", 80)]) { json, employer in
                    json.object { json in
                        json.member("slug", employer.0)
                        json.member("persons", employer.1)
                    }
                }
                json.member("empty") { $0.object { _ in } }
                json.member("none", list: [Int]()) { $0.value($1) }
                json.member("last") {
                    $0.array { json in
                        json.value(1); json.array { _ in }; json.value(false)
                    }
                }
            }
        }
        #expect(
            written == #"{"round":"2011","persons":400,"per_position":33.333333333333336,"note":null,"open":true,"#
                + #""employers":[{"slug":"orn","persons":45},{"slug":"ume","persons":80}],"empty":{},"none":[],"#
                + #""last":[1,[],false]}"#)
    }

    @Test(arguments: [
        (0.0, "0"), (-0.0, "-0"), (22.5, "22.5"), (18, "18"), (0.1 + 0.2, "0.30000000000000004"), (1e21, "1e+21"),
        (.leastNonzeroMagnitude, "5e-324"), (.infinity, "null"), (-.infinity, "null"), (.nan, "null"),
    ])
    func `a number is the shortest that reads back the same`(number: Double, expected: String) {
        #expect(text { $0.value(number) } == expected)
    }

    @Test func `whole numbers reach the ends of 64 bits`() {
        let written = text { json in json.array(of: [Int64.min, .max]) { $0.value($1) } }
        #expect(written == "[-9223372036854775808,9223372036854775807]")
    }

    @Test func `control characters, quotes and backslashes are escaped`() {
        let hostile = "\"\\/\u{0}\u{1F}\n\r\t\u{8}\u{7F}\u{2028}å€😀<&>"
        let written = text { $0.value(hostile) }
        #expect(Array(written.utf8) == Array(#""\"\\/\u0000\u001f\n\r\t\u0008\#u{7F}\#u{2028}å€😀<&>""#.utf8))
    }

    @Test(arguments: Array(0...UInt8.max).map(Unicode.Scalar.init))
    func `every character reads back as it was, wherever it stands`(character: Unicode.Scalar) throws {
        let texts = (0..<18).map { place in
            String(repeating: "x", count: place) + String(character) + String(repeating: "y", count: 17 - place)
        }
        let written = text { json in json.array(of: texts) { $0.value($1) } }
        #expect(try JSONDecoder().decode([String].self, from: Data(written.utf8)) == texts)
    }

    @Test func `what looks like one character to a reader is written by its parts`() throws {
        let hostile = ["", "\u{E2}", "é\u{2028}", "\r\n", "\"\u{301}", "\u{1F469}\u{200D}\u{1F680}", "</script>"]
        let written = text { json in json.array(of: hostile) { $0.value($1) } }
        let back = try JSONDecoder().decode([String].self, from: Data(written.utf8))
        #expect(back.map { Array($0.utf8) } == hostile.map { Array($0.utf8) })
    }

    @Test func `a name that is only known while it runs is escaped as any text`() {
        #expect(text { json in json.object { $0.member(named: "a\"b") { $0.value(1) } } } == #"{"a\"b":1}"#)
    }

    @Test func `the vocabulary writes itself`() throws {
        let id = try #require(RoundID("01890a5d-ac96-774b-bcce-b302099a8057"))
        let written = text { json in
            json.array { json in
                json.value(id)
                json.value(try? Slug("norra-norrland"))
                json.value(LocalDate("2011-02-14"))
                json.value(noon)
            }
        }
        #expect(
            written
                == #"["01890a5d-ac96-774b-bcce-b302099a8057","norra-norrland","2011-02-14","2011-02-14T12:00:00.000Z"]"#
        )
    }
}
