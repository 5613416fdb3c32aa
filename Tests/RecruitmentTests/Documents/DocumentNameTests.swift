import Testing

@testable import Recruitment

struct DocumentNameTests {
    @Test(arguments: [
        ("cv.pdf", "cv.pdf"), ("CV Åsa Öberg.PDF", "CV Åsa Öberg.pdf"), ("../../x", "x.pdf"),
        ("C:\\Users\\kim\\cv.pdf", "cv.pdf"), ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf"),
        ("a\"b;c'd.pdf", "ab;c'd.pdf"), ("cv.html", "cv.html.pdf"), ("\u{202E}fdp.exe", "fdp.exe.pdf"),
        ("", "document.pdf"), ("...", "document.pdf"), (".pdf", "document.pdf"), ("/", "document.pdf"),
        (" .htaccess. ", "htaccess.pdf"), ("cv%00.pdf", "cv00.pdf"), ("a\u{0}b", "ab.pdf"),
    ])
    func `a name is made safe`(name: String, safe: String) {
        #expect(DocumentName.safe(name, .pdf) == safe)
    }

    @Test func `the ending is the format's own`() {
        #expect(DocumentName.safe("photo.jpeg", .jpeg) == "photo.jpg")
        #expect(DocumentName.safe("photo.JPG", .jpeg) == "photo.jpg")
        #expect(DocumentName.safe("text.docx", .odt) == "text.docx.odt")
    }

    @Test func `a name has a hundred characters and its ending at most`() {
        let name = DocumentName.safe(String(repeating: "å", count: 300) + ".png", .png)
        #expect(name == String(repeating: "å", count: 100) + ".png")
    }
}
