import Testing

@testable import KohortOutbound

struct QuotedPrintableTests {
    @Test(arguments: [
        ("", ""), ("plain", "plain"), ("1 = 2", "1 =3D 2"), ("blå", "bl=C3=A5"),
        ("a\nb\rc\r\nd\n\ne", "a\r\nb\r\nc\r\nd\r\n\r\ne"), ("end \n tab\t", "end=20\r\n tab=09"),
        ("\0\u{7F}", "=00=7F"),
        (".", "."), ("\r\n", "\r\n"),
    ])
    func `text is encoded`(text: String, encoded: String) {
        #expect(QuotedPrintable.encode(text) == encoded)
    }

    @Test func `a line of 76 stays whole and a longer one is broken after 75`() {
        let line = String(repeating: "x", count: 76)
        #expect(QuotedPrintable.encode(line) == line)
        #expect(QuotedPrintable.encode(line + "yz") == line.dropLast() + "=\r\nxyz")
    }

    @Test func `no byte is parted by a line break`() {
        let encoded = QuotedPrintable.encode("x" + String(repeating: "ø", count: 100))
        #expect(encoded.split(separator: "=\r\n").allSatisfy { $0.utf8.count % 3 == ($0.first == "x" ? 1 : 0) })
        #expect(encoded.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    }
}
