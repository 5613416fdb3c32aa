import Foundation
import KohortCore
import Testing

@testable import KohortOutbound

struct MIMEMessageTests {
    @Test func `a mail is written byte for byte as the standards have it`() throws {
        let message = try MIMEMessage(Mail.sample())
        let expected = """
            From: =?UTF-8?B?Tm9ycmEgTm9ycmxhbmQsIHRyYWluZWU=?= <post@kohort.example>
            To: =?UTF-8?B?w4VzZSBCasO4cms=?= <ase.bjork@example.org>
            Subject: =?UTF-8?B?RHUgaGFyIGbDpXR0IGV0IHRpbGJ1ZA==?=
            Date: Mon, 14 Feb 2011 22:59:59 +0000
            Message-ID: <0190a6f2@kohort.example>
            Auto-Submitted: auto-generated
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="=_kohort"

            --=_kohort
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Hei =C3=85se,

            .punktum f=C3=B8rst
            Svar innen fredag.

            --=_kohort
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <p lang=3D"nb">Hei =C3=85se</p>
            --=_kohort--

            """
        #expect(String(decoding: message.bytes, as: UTF8.self) == expected.replacing("\n", with: "\r\n"))
    }

    @Test(.enabled(if: Python.hasServer, "\(Python.missing)"))
    func `another reader gets every header and both texts back`() throws {
        #expect(try read(.sample()) == .sample)
    }

    @Test(.enabled(if: Python.hasServer, "\(Python.missing)"))
    func `a long subject in many scripts and a name full of signs come back as they were`() throws {
        let subject = String(repeating: "Ærlig talt 👩🏽‍🎓 e\u{301} 日本語 ", count: 12) + "=?utf-8?q?x?="
        let name = "\"Kari\" <evil@example.net>, (\\) ; " + String(repeating: "Ø", count: 60)
        let mail = try read(.sample(to: name, subject: subject))
        #expect(mail.headers.first { $0[0] == "Subject" } == ["Subject", subject])
        #expect(mail.to == [[name, "ase.bjork@example.org"]])
        #expect(mail.defects == [])
    }

    @Test func `lines keep within 76 bytes of 7-bit signs and end with CR LF alone`() throws {
        let long = String(repeating: "Søknadsfristen går ut — svar nå ", count: 40)
        let bytes = try MIMEMessage(.sample(from: long, to: long, subject: long, text: long, html: long)).bytes
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.utf8.count <= 76 })
        #expect(bytes.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0D || $0 == 0x0A })
        #expect(!lines.contains { $0.utf8.contains(0x0D) || $0.utf8.contains(0x0A) })
    }

    @Test(arguments: ["x\r\nBcc: y@example.net", "x\ny", "x\ry", "x\0y", "x\u{7F}", "x\u{85}y", "\u{1B}[2J"])
    func `a control character is refused wherever it would stand in a header`(text: String) throws {
        #expect(throws: MIMEProblem.control(header: "Subject")) { try MIMEMessage(.sample(subject: text)) }
        #expect(throws: MIMEProblem.control(header: "To")) { try MIMEMessage(.sample(to: text)) }
        #expect(throws: MIMEProblem.control(header: "From")) { try MIMEMessage(.sample(from: text)) }
        #expect(EmailAddress("\(text)@example.org") == nil)
        #expect(MailID("\(text)@example.org") == nil)
    }

    private func read(_ mail: Mail) throws -> ReceivedMail {
        let json = try Python.output(of: Python.python(["reading.py"]), input: MIMEMessage(mail).bytes)
        return try JSONDecoder().decode(ReceivedMail.self, from: json)
    }
}
