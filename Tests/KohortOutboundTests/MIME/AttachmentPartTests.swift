import Foundation
import KohortCore
import Testing

@testable import KohortOutbound

struct AttachmentPartTests {
    private func attachment(_ name: String = "F17.xml", _ type: String = "application/xml", _ content: String = "<a/>")
        -> MailAttachment
    {
        MailAttachment(name: name, mediaType: type, bytes: Array(content.utf8))
    }

    @Test func `a file is written byte for byte as the standards have it`() throws {
        let expected = """
            Content-Type: application/xml
            Content-Transfer-Encoding: base64
            Content-Disposition: attachment; filename*=UTF-8''F%2017%20%C3%B8.xml

            PGEvPg==

            """
        #expect(
            try AttachmentPart.text(of: attachment("F 17 ø.xml")) == expected.replacing("\n", with: "\r\n"))
    }

    @Test(arguments: ["x\r\nBcc: y@example.net", "x\ny", "x\0y", "\u{85}", ""])
    func `a name that would begin a header is refused, and one that only looks so is not`(name: String) throws {
        #expect(throws: MIMEProblem.control(header: "Content-Disposition")) {
            try MIMEMessage(.sample(attachments: [attachment(name)]))
        }
        #expect(try AttachmentPart.text(of: attachment("x\"; y=\"z")).contains("filename*=UTF-8''x%22%3B%20y%3D%22z"))
    }

    @Test(arguments: ["text/html\r\nX: y", "text", "text/", "text/xml; charset=x", "a/b/c"])
    func `a media type that is more than a type is refused`(type: String) {
        #expect(throws: MIMEProblem.control(header: "Content-Type")) {
            try MIMEMessage(.sample(attachments: [attachment("x", type)]))
        }
    }

    @Test(.enabled(if: Python.hasServer, "\(Python.missing)"))
    func `another reader gets the texts and every file back, however long its name`() throws {
        let long = String(repeating: "Kreditnota på 日本語 ", count: 8) + ".xml"
        let content = String(repeating: "<a>ø</a>\r\n", count: 200) + "--=_kohort--\r\n--=_mixed_kohort--\r\n"
        let mail = try Mail.sample(attachments: [attachment(), attachment(long, "application/octet-stream", content)])
        let json = try Python.output(of: Python.python(["reading.py"]), input: MIMEMessage(mail).bytes)
        let read = try JSONDecoder().decode(ReceivedMail.self, from: json)
        #expect(
            read.files == [
                ["F17.xml", "application/xml", "<a/>"], [long, "application/octet-stream", content],
            ])
        #expect(read.parts.map { $0[0] } == ["text/plain", "text/html"])
        #expect(read.defects == [])
    }
}
