import Hummingbird
import HummingbirdCore
import KohortTesting
import KohortWeb
import Testing

struct HTTPServerBuilderKohortTests {
    private func heard(_ text: String) async throws -> RawConnection.Heard {
        let front = Front(try RouteTable([Route(.get, "/", .plumbing, for: .page) { _, _ in Response(status: .ok) }]))
        let application = Application(
            responder: front, server: .kohort(idle: .milliseconds(200)),
            configuration: .init(address: .hostname("127.0.0.1", port: 0)))
        return try await whileListening(application) { port in
            await RawConnection.exchange(port: port, text)
        }
    }

    private func request(_ headers: String) -> String { "GET / HTTP/1.1\r\nHost: localhost\r\n\(headers)\r\n" }

    @Test(arguments: ["", "GET / HTT", "GET / HTTP/1.1\r\nHost: local", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"])
    func `a connection on which nothing comes is ended`(text: String) async throws {
        #expect(try await heard(text).isClosed)
    }

    @Test func `headers within the bounds are read`() async throws {
        let headers = (1...20).map { "X-\($0): " + String(repeating: "x", count: 1000) + "\r\n" }.joined()
        #expect(try await heard(request(headers)).text.hasPrefix("HTTP/1.1 200"))
    }

    @Test(arguments: [(1, 9000), (40, 1000), (150, 1)])
    func `headers that are too long or too many are refused`(count: Int, length: Int) async throws {
        let headers = (1...count).map { "X-\($0): " + String(repeating: "x", count: length) + "\r\n" }.joined()
        let heard = try await heard(request(headers))
        #expect(heard.text.hasPrefix("HTTP/1.1 4"))
        #expect(heard.isClosed)
    }
}
