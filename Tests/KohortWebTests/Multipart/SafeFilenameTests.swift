import KohortWeb
import Testing

struct SafeFilenameTests {
    @Test(arguments: [
        ("cv.pdf", "cv.pdf"), ("../../etc/passwd", "passwd"), ("a/b\\c.pdf", "c.pdf"), ("/", "file"), ("", "file"),
        ("...", "file"), (" cv.pdf ", "cv.pdf"), ("cv\u{0}.p\r\nd\u{7F}f", "cv.pdf"),
        ("cv\u{202E}fdp.exe", "cvfdp.exe"),
        ("Å\u{30A}.pdf", "Å\u{30A}.pdf"), ("cv\u{2028}.pdf", "cv.pdf"), (".htaccess", ".htaccess"), ("a\u{85}b", "ab"),
    ])
    func `a name is reduced to what may be shown`(name: String, expected: String) {
        #expect(SafeFilename.of(name) == expected)
    }

    @Test func `a decomposed name is composed`() {
        #expect(Array(SafeFilename.of("A\u{30A}se.pdf").utf8) == Array("Åse.pdf".utf8))
    }

    @Test func `a long name keeps its ending`() {
        let name = SafeFilename.of(String(repeating: "x", count: 300) + ".pdf")
        #expect(name == String(repeating: "x", count: 116) + ".pdf")
    }

    @Test func `what looks like a separator only when composed is none`() {
        #expect(SafeFilename.of("..\u{2F}\u{338}x") == "\u{338}x")
    }
}
