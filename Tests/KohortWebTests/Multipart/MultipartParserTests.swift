import NIOCore
import Testing

@testable import KohortWeb

struct MultipartParserTests {
    /// What a body comes to: its parts, or the code it is refused with.
    private enum Outcome: Hashable {
        case parts([String])
        case refused(String)
    }

    private func outcome(_ body: [UInt8], chunkSize: Int, limits: FormLimits = FormLimits()) throws -> Outcome {
        let mediaType = try #require(HeaderValue("multipart/form-data; boundary=xYz"))
        var parser = MultipartParser(try #require(MultipartBoundary(mediaType)), limits: limits)
        var parts: [String] = []
        do {
            for start in stride(from: 0, to: body.count, by: chunkSize) {
                parser.feed(ByteBuffer(bytes: body[start..<min(start + chunkSize, body.count)]))
                while let event = try parser.next() { Self.note(event, &parts) }
            }
            try parser.finish()
        } catch { return .refused(Problem(error).code) }
        return .parts(parts)
    }

    private static func note(_ event: MultipartParser.Event, _ parts: inout [String]) {
        switch event {
        case .part(let headers): parts.append("\(headers.field)/\(headers.filename ?? "-"):")
        case .data(let bytes): parts[parts.count - 1] += String(buffer: bytes)
        case .endOfPart: parts[parts.count - 1] += "."
        case .end: break
        }
    }

    private static func part(_ content: String, _ disposition: String = "form-data; name=\"a\"") -> String {
        "--xYz\r\nContent-Disposition: \(disposition)\r\n\r\n\(content)\r\n"
    }

    private static let end = "--xYz--\r\n"

    private static let corpus: [(body: String, outcome: Outcome)] = [
        (
            part("one") + part("two", "form-data; name=\"b\"; filename=\"b.pdf\"") + end,
            .parts(["a/-:one.", "b/b.pdf:two."])
        ),
        (part("") + end, .parts(["a/-:."])), (end, .parts([])),
        ("--xYz--", .parts([])), (part("x") + "--xYz--epilogue --xYz", .parts(["a/-:x."])),
        ("preamble\r\n" + part("x") + end, .parts(["a/-:x."])),
        // Content that almost is a boundary.
        (part("\r\n--xY\r\n--x\r\n-\r\r\n--xyz\n--xYz") + end, .parts(["a/-:\r\n--xY\r\n--x\r\n-\r\r\n--xyz\n--xYz."])),
        (part("\r") + end, .parts(["a/-:\r."])), (part("\r\n") + end, .parts(["a/-:\r\n."])),
        (part("--xYz") + end, .parts(["a/-:--xYz."])), (part(" --xYz--") + end, .parts(["a/-: --xYz--."])),
        // A boundary may be followed by blanks, and by nothing else.
        ("--xYz \t\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--xYz--", .parts(["a/-:x."])),
        ("--xYzz\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--xYz--", .refused("form.malformed")),
        (part("x\r\n--xYz-") + end, .refused("form.malformed")),
        // Other headers and cases.
        (
            "--xYz\r\ncontent-TYPE: text/plain\r\nCONTENT-disposition:form-data;NAME=\"a\"\r\n\r\nx\r\n--xYz--",
            .parts(["a/-:x."])
        ),
        ("--xYz\r\n\r\nx\r\n--xYz--", .refused("form.malformed")),
        ("--xYz\r\nContent-Disposition: form-data\r\n\r\nx\r\n--xYz--", .refused("form.malformed")),
        ("--xYz\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--xYz--", .refused("form.malformed")),
        ("--xYz\r\nno colon\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--xYz--", .refused("form.malformed")),
        (part("x", "form-data; name=a; name=b") + end, .refused("form.malformed")),
        (part("x", "form-data; name=a\r\nContent-Disposition: form-data; name=b") + end, .refused("form.malformed")),
        (part("x", "form-data; name=\"a") + end, .refused("form.malformed")),
        // Ends too soon.
        ("", .refused("form.boundary_not_found")), ("--xY", .refused("form.boundary_not_found")),
        ("--xYz", .refused("form.no_end")), ("--xYz-", .refused("form.no_end")), ("--xYz\r", .refused("form.no_end")),
        ("--xYz\r\nContent-Disposition: form-data; name=a\r\n", .refused("form.no_end")),
        (part("x"), .refused("form.no_end")),
        (part("x") + "--xYz", .refused("form.no_end")), (part("x") + "--xYz\r\n", .refused("form.no_end")),
        // Another boundary than the header names, and line ends that are none.
        (
            "--other\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--other--",
            .refused("form.boundary_not_found")
        ),
        ("--xYz\nContent-Disposition: form-data; name=a\n\nx\n--xYz--\n", .refused("form.malformed")),
    ]

    @Test(arguments: corpus.indices)
    func `a body comes to the same wherever its chunks are cut`(index: Int) throws {
        let (body, expected) = Self.corpus[index]
        let bytes = Array(body.utf8)
        for chunkSize in 1...max(1, bytes.count) {
            #expect(
                try outcome(bytes, chunkSize: chunkSize) == expected,
                "\(body.debugDescription) in chunks of \(chunkSize)")
        }
    }

    @Test func `headers of a part are refused when they are not UTF-8`() throws {
        let body =
            Array("--xYz\r\nContent-Disposition: form-data; name=\"".utf8) + [0xFF]
            + Array("\"\r\n\r\nx\r\n--xYz--".utf8)
        #expect(try outcome(body, chunkSize: 7) == .refused("form.malformed"))
    }

    @Test(arguments: [1, 100, 5000]) func `each bound refuses what is over it and takes what is at it`(chunkSize: Int)
        throws
    {
        var limits = FormLimits()
        (limits.parts, limits.partHeaders) = (2, 100)
        let filler = String(repeating: "f", count: 100 - "\r\nContent-Disposition: form-data; name=\"\"".utf8.count)
        let full = Self.part("x", "form-data; name=\"\(filler)\"")
        let over = Self.part("x", "form-data; name=\"\(filler)f\"")
        #expect(
            try outcome(Array((full + full + Self.end).utf8), chunkSize: chunkSize, limits: limits)
                == .parts(["\(filler)/-:x.", "\(filler)/-:x."]))
        #expect(
            try outcome(Array((over + Self.end).utf8), chunkSize: chunkSize, limits: limits)
                == .refused("form.part_headers_too_large"))
        #expect(
            try outcome(Array((full + full + full + Self.end).utf8), chunkSize: chunkSize, limits: limits)
                == .refused("form.too_many_parts"))
    }

    @Test(arguments: [1, 1000]) func `headers and preambles without end are not collected`(chunkSize: Int) throws {
        let endless = String(repeating: "X-Filler: y\r\n", count: 1000)
        #expect(
            try outcome(Array(("--xYz\r\n" + endless).utf8), chunkSize: chunkSize)
                == .refused("form.part_headers_too_large"))
        #expect(try outcome(Array(endless.utf8), chunkSize: chunkSize) == .refused("form.boundary_not_found"))
        #expect(
            try outcome(Array(("--xYz" + String(repeating: " ", count: 100)).utf8), chunkSize: chunkSize)
                == .refused("form.malformed"))
    }

    @Test func `content passes through without being held`() throws {
        let mediaType = try #require(HeaderValue("multipart/form-data; boundary=xYz"))
        var parser = MultipartParser(try #require(MultipartBoundary(mediaType)), limits: FormLimits())
        parser.feed(ByteBuffer(string: "--xYz\r\nContent-Disposition: form-data; name=a; filename=b\r\n\r\n"))
        _ = try parser.next()
        for _ in 0..<100 {
            parser.feed(ByteBuffer(repeating: 0x0D, count: 10_000))
            var passed = 0
            while let event = try parser.next() { if case .data(let bytes) = event { passed += bytes.readableBytes } }
            #expect(passed >= 10_000 - "\r\n--xYz".utf8.count)
        }
    }
}
