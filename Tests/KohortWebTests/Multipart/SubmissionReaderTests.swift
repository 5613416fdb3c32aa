import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb
import NIOCore
import Testing

struct SubmissionReaderTests {
    private let sink = MemorySink()

    private func submission(
        _ body: String, chunkSize: Int = 1000, limits: FormLimits = FormLimits(),
        type: String = "multipart/form-data; boundary=xx", isAnnounced: Bool = false
    ) async throws -> Submission<Int> {
        var headers: HTTPFields = [.contentType: type]
        if isAnnounced { headers[.contentLength] = String(body.utf8.count) }
        return try await inRequest(headers: headers) { [sink] request, context in
            let request = request.with(RequestBody(Array(body.utf8), chunkSize: chunkSize))
            return try await request.submission(context, into: sink, limits: limits)
        }
    }

    private func text(_ name: String, _ value: String) -> String {
        "--xx\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
    }

    private func file(_ name: String, _ filename: String, _ content: String) -> String {
        "--xx\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"\(filename)\"\r\n"
            + "Content-Type: text/html\r\n\r\n\(content)\r\n"
    }

    private let end = "--xx--\r\n"

    @Test(arguments: [1, 2, 7, 64, 10_000])
    func `texts and files arrive whole in chunks of any size`(chunkSize: Int) async throws {
        let body =
            text("name", "Åse\r\n--x") + file("cv", "../../cv.pdf", "%PDF-\r\n--x\r\n--xy") + text("place", "orn")
            + text("place", "ume") + file("letter", "l.odt", "") + file("unused", "", "") + end
        let submission = try await submission(body, chunkSize: chunkSize)
        #expect(submission.form.text("name") == "Åse\r\n--x")
        #expect(submission.form.list("place") == ["orn", "ume"])
        #expect(submission.form.names == ["name", "place"])
        #expect(
            submission.uploads.map(\.part) == [
                FilePart(field: "cv", filename: "cv.pdf"), FilePart(field: "letter", filename: "l.odt"),
            ])
        #expect(submission.uploads.map(\.size) == [16, 0])
        #expect(submission.uploads.map(\.stored) == [0, 1])
        #expect(submission.problems == [])
        #expect(sink.entries.map(\.bytes) == [Array("%PDF-\r\n--x\r\n--xy".utf8), []])
        #expect(sink.entries.allSatisfy { $0.isFinished && !$0.isDiscarded })
    }

    @Test(arguments: [1, 10_000])
    func `files that find no room together are refused, and those before and after them taken`(
        chunkSize: Int
    ) async throws {
        var limits = FormLimits()
        limits.room = 10
        let body =
            text("name", "Åse") + file("a", "a.pdf", "12345") + file("b", "b.pdf", "123456")
            + file("c", "c.pdf", "12345")
        let sent = try await submission(body + end, chunkSize: chunkSize, limits: limits)
        #expect(sent.uploads.map(\.part.filename) == ["a.pdf", "c.pdf"])
        #expect(sent.problems == [FieldProblem("b", "file.no_room", ["name": "b.pdf"])])
        #expect(sent.form.text("name") == "Åse")
        limits.room = 16
        #expect(try await submission(body + end, chunkSize: chunkSize, limits: limits).problems == [])
    }

    @Test func `a large file reaches the sink piece by piece`() async throws {
        let body = file("cv", "cv.pdf", String(repeating: "x", count: 100_000)) + end
        _ = try await submission(body)
        #expect(sink.entries[0].appends >= 100)
    }

    @Test(arguments: [1, 10_000])
    func `a file over the limit is discarded and named, and all else is kept`(chunkSize: Int) async throws {
        var limits = FormLimits()
        limits.file = 5
        let body = file("cv", "cv.pdf", "123456") + text("name", "Åse") + file("letter", "l.pdf", "12345") + end
        let submission = try await submission(body, chunkSize: chunkSize, limits: limits)
        #expect(submission.problems == [FieldProblem("cv", "file.too_large", ["name": "cv.pdf", "limit": "5"])])
        #expect(submission.form.text("name") == "Åse")
        #expect(submission.uploads.map(\.part.filename) == ["l.pdf"])
        #expect(sink.entries.map(\.isDiscarded) == [true, false])
    }

    @Test func `files beyond the count are named and never begun`() async throws {
        var limits = FormLimits()
        limits.files = 2
        let body = (1...3).map { file("cv", "\($0).pdf", "x") }.joined() + text("name", "Åse") + end
        let submission = try await submission(body, limits: limits)
        #expect(submission.problems == [FieldProblem("cv", "file.too_many", ["limit": "2"])])
        #expect(submission.form.text("name") == "Åse")
        #expect(sink.entries.map(\.filename) == ["1.pdf", "2.pdf"])
    }

    @Test(arguments: ["", "--xx", "--xx\r\nbroken\r\n\r\nx\r\n--xx--"])
    func `a form that breaks discards every file it began`(rest: String) async throws {
        let body = file("cv", "cv.pdf", "complete") + file("letter", "l.pdf", "cut off") + rest
        await #expect(throws: WebProblem.self) { try await submission(body) }
        #expect(sink.entries.count == 2)
        #expect(sink.entries.allSatisfy { $0.isDiscarded })
    }

    @Test(arguments: [10, 10_000]) func `a body over the limit is refused and its files discarded`(chunkSize: Int)
        async throws
    {
        var limits = FormLimits()
        limits.body = 200
        let body = file("cv", "cv.pdf", String(repeating: "x", count: 300)) + end
        await #expect(throws: WebProblem.payloadTooLarge(limit: 200)) {
            try await submission(body, chunkSize: chunkSize, limits: limits)
        }
        #expect(sink.entries.allSatisfy { $0.isDiscarded })
    }

    @Test(arguments: [1, 10, 10_000], [false, true])
    func `a body over the limit keeps what came before it, announced or not`(chunkSize: Int, isAnnounced: Bool)
        async throws
    {
        var limits = FormLimits()
        limits.body = 400
        let start = text("name", "Åse") + file("cv", "cv.pdf", "complete")
        let body = start + file("letter", "l.pdf", String(repeating: "x", count: 600)) + text("late", "x") + end
        let sent = try await submission(body, chunkSize: chunkSize, limits: limits, isAnnounced: isAnnounced)
        #expect(sent.isCutOff && sent.form.text("name") == "Åse")
        #expect(sent.problems == [FieldProblem("letter", "form.too_large", ["limit": "400"])])
        #expect(sent.uploads.map(\.part.filename) == ["cv.pdf"])
        #expect(sink.entries.map(\.isDiscarded) == [false, true])
        limits.body = body.utf8.count
        let whole = try await submission(body, chunkSize: chunkSize, limits: limits, isAnnounced: isAnnounced)
        #expect(!whole.isCutOff && whole.problems == [] && whole.form.text("late") == "x")
    }

    @Test func `garbage over the limit that was announced is too large, and less of it cannot be read`() async throws {
        var limits = FormLimits()
        limits.body = 20_000
        await #expect(throws: WebProblem.payloadTooLarge(limit: 20_000)) {
            try await submission(String(repeating: "x", count: 30_000), limits: limits, isAnnounced: true)
        }
        await #expect(throws: WebProblem.badRequest("form.boundary_not_found")) {
            try await submission(String(repeating: "x", count: 10_000), limits: limits, isAnnounced: true)
        }
    }

    @Test func `a text over the limit is refused and one at the limit is not`() async throws {
        var limits = FormLimits()
        limits.text = 5
        #expect(
            try await submission(text("name", "12345") + end, chunkSize: 1, limits: limits).form.text("name") == "12345"
        )
        await #expect(throws: WebProblem.payloadTooLarge(limit: 5)) {
            try await submission(text("name", "123456") + end, chunkSize: 1, limits: limits)
        }
    }

    @Test func `a text that is not UTF-8 is refused`() async throws {
        let body =
            Array("--xx\r\nContent-Disposition: form-data; name=a\r\n\r\n".utf8) + [0xC3, 0x28]
            + Array("\r\n--xx--".utf8)
        await #expect(throws: WebProblem.badRequest("form.encoding")) {
            try await inRequest(headers: [.contentType: "multipart/form-data; boundary=xx"]) {
                [sink] request, context in
                try await request.with(RequestBody(body, chunkSize: 9)).submission(context, into: sink)
            }
        }
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=\"\"", "multipart/form-data; boundary=\"å\"",
    ])
    func `a content type without a boundary is refused`(type: String) async throws {
        await #expect(throws: WebProblem.badRequest("form.boundary")) { try await submission(end, type: type) }
    }

    @Test(.timeLimit(.minutes(15))) func `a sender who stalls in a file is cut off and the file discarded`()
        async throws
    {
        var limits = FormLimits()
        limits.time = .milliseconds(50)
        let start = Array(file("cv", "cv.pdf", "the first of many bytes, and then").utf8)
        await #expect(throws: WebProblem.tooSlow) {
            try await inRequest(headers: [.contentType: "multipart/form-data; boundary=xx"]) {
                [sink, limits] request, context in
                try await request.with(.stalled(after: start)).submission(context, into: sink, limits: limits)
            }
        }
        #expect(sink.entries.map(\.isDiscarded) == [true])
    }
}
