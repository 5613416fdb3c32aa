import HTTPTypes
import Hummingbird
import KohortCore
import KohortTesting
import KohortWeb
import NIOCore
import Testing

/// What only a real connection shows.
struct LiveBodyTests {
    private let sink = MemorySink()

    /// Sends `text` to a front whose uploads must be complete within 200 ms.
    private func heard(_ text: String, endsSending: Bool = false) async throws -> RawConnection.Heard {
        var limits = FormLimits()
        (limits.body, limits.passedOver, limits.time) = (10_000, 0, .milliseconds(200))
        let upload = Route(.post, "/upload", .command("Upload"), for: .api) { [sink, limits] request, context in
            let submission = try await request.submission(context, into: sink, limits: limits)
            return .json { $0.value(submission.uploads.count) }
        }
        let refusal = Route(.post, "/refusal", .command("Upload"), for: .api) { _, _ in throw Rejection.forbidden }
        let front = Front(try RouteTable([upload, refusal]), linger: .milliseconds(200))
        let application = Application(responder: front, configuration: .init(address: .hostname("127.0.0.1", port: 0)))
        return try await whileListening(application) { port in
            await RawConnection.exchange(port: port, text, endsSending: endsSending)
        }
    }

    private func head(_ framing: String, _ path: String = "/upload") -> String {
        "POST \(path) HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=xx\r\n\(framing)\r\n\r\n"
    }

    private let file = "--xx\r\nContent-Disposition: form-data; name=cv; filename=cv.pdf\r\n\r\n%PDF-"

    private func expectRefusal(_ heard: RawConnection.Heard, _ status: String, _ code: String) {
        #expect(heard.text.hasPrefix("HTTP/1.1 \(status)"))
        #expect(heard.text.contains("\"code\":\"\(code)\""))
        #expect(heard.text.lowercased().contains("x-content-type-options: nosniff"))
        #expect(heard.isClosed)
    }

    @Test func `a sender who stalls is answered and the connection ended`() async throws {
        let heard = try await heard(head("Content-Length: 5000") + file)
        expectRefusal(heard, "408", "body.too_slow")
        #expect(sink.entries.map(\.isDiscarded) == [true])
    }

    @Test func `a sender who announces too much is answered before sending it and the connection ended`() async throws {
        expectRefusal(try await heard(head("Content-Length: 60000000") + file), "413", "payload.too_large")
        #expect(sink.entries == [])
    }

    @Test func `a sender who announces nothing is stopped at the limit`() async throws {
        let chunk = "1388\r\n" + String(repeating: "x", count: 0x1388) + "\r\n"
        let start = String(file.utf8.count, radix: 16) + "\r\n" + file + "\r\n"
        expectRefusal(
            try await heard(head("Transfer-Encoding: chunked") + start + chunk + chunk), "413", "payload.too_large")
        #expect(sink.entries.map(\.isDiscarded) == [true])
    }

    @Test func `chunks that cannot be read are a bad request with our headers`() async throws {
        let heard = try await heard(head("Transfer-Encoding: chunked") + "zz\r\nnot a chunk\r\n")
        expectRefusal(heard, "400", "body.interrupted")
    }

    @Test func `a sender who goes away in mid-file leaves nothing`() async throws {
        _ = try await heard(head("Content-Length: 5000") + file, endsSending: true)
        #expect(sink.entries.map(\.isDiscarded) == [true])
    }

    @Test func `after a complete form the connection stays open for the next`() async throws {
        let body = file + "\r\n--xx--\r\n"
        let request = head("Content-Length: \(body.utf8.count)") + body
        let ending = head("Content-Length: \(body.utf8.count)\r\nConnection: close") + body
        let heard = try await heard(request + ending)
        #expect(heard.text.ranges(of: "HTTP/1.1 200").count == 2)
        #expect(sink.entries.map(\.isFinished) == [true, true])
    }

    @Test(arguments: ["Content-Length: 5000000", "Transfer-Encoding: chunked"])
    func `a refused sender of a large body is not listened to for ever`(framing: String) async throws {
        let start = framing.hasPrefix("T") ? "1\r\nx\r\n" : "x"
        expectRefusal(try await heard(head(framing, "/refusal") + start), "403", "forbidden")
    }

    @Test func `after a refusal of a small body the connection stays open for the next`() async throws {
        let heard = try await heard(
            head("Content-Length: 3", "/refusal") + "abc" + head("Content-Length: 0\r\nConnection: close", "/refusal"))
        #expect(heard.text.ranges(of: "HTTP/1.1 403").count == 2)
        #expect(!heard.text.lowercased().contains("connection: close"))
    }
}
