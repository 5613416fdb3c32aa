import Foundation
import HTTPTypes
import Hummingbird
import KohortApp
import KohortCore
import KohortOutbound
import KohortSite
import KohortStore
import KohortTesting
import KohortWeb
import Logging
import NIOCore
import Synchronization
import Testing

/// An installation at work in a folder of its own, whose clock stands still until it is moved. It is reached as people
/// reach it: over HTTP, and by the operator's calls, JSON in and JSON out.
final class Installation: Sendable {
    static let origin = "http://127.0.0.1:8080"
    private let ground: TestGround
    private let clock: MovableClock
    private let kohort: Kohort
    private let front: Front
    private let site: Site

    init(at start: String) async throws {
        let (ground, clock) = (try TestGround(), MovableClock(.at(start)))
        var settings = try await ground.settings()
        (settings.baseURL, settings.limitFactor) = (Self.origin, 1000)
        settings.plainHTTP = true
        kohort = try await Kohort.open(settings, clock: WallClock { clock.now })
        site = try Site(kohort)
        front = try site.front(isReady: { true })
        (self.ground, self.clock) = (ground, clock)
    }

    /// The data folder.
    var path: String { ground.path }
    /// What another process finds its databases by.
    var environment: [String: String] { ground.environment }
    func move(to moment: String) { clock.move(to: .at(moment)) }

    /// One request, whose body is there at once.
    func send(
        _ method: HTTPRequest.Method, _ address: String, _ headers: HTTPFields, _ body: ByteBuffer? = nil
    ) async throws -> TestResponse {
        try await TestClient(front).execute(uri: address, method: method, headers: headers, body: body)
    }

    /// One request on a line so slow that the clock has come to `arrival` before the second half of its body is here.
    func sendSlowly(
        _ address: String, _ headers: HTTPFields, _ body: ByteBuffer, whole arrival: String
    ) async throws -> TestResponse {
        let line = SlowLine(front: front, clock: clock, arrival: .at(arrival))
        return try await TestClient(line).execute(uri: address, method: .post, headers: headers, body: body)
    }

    /// What the CLI asks, by the call's name.
    func ask<Answer: Decodable>(_ call: String, _ members: [String: Any] = [:]) async throws -> Answer {
        let body = try JSONSerialization.data(withJSONObject: members)
        return try JSONDecoder().decode(Answer.self, from: try await OperatorCalls.answer(call, body, in: kohort))
    }

    /// What time itself brings about in the daemon.
    func letTimeWork() async { await Schedule(kohort, logger: Logger(label: "journey")).goRound() }

    func openings(of tenant: String) async throws -> [String: Int] {
        try await kohort.use(try Slug(tenant)) { try await $0.store.fetch(Openings(), by: .operator, at: clock.now) }
    }

    /// Writes what is due to be mailed, and answers the links in the letters to one address.
    func links(mailedTo email: String, from tenant: String) async throws -> [String] {
        let from = try #require(EmailAddress("post@kohort.example"))
        return try await kohort.use(try Slug(tenant)) { open in
            var links: [String] = []
            while case let messages = try await open.store.perform(Self.lease, by: .system, at: clock.now),
                !messages.isEmpty
            {
                for message in messages {
                    let mail = try await site.correspondence(from: from).compose(message, open)
                    if let mail, mail.to.address.text == email { links += mail.links }
                    let settle = SettleMessage(message, result: .sent)
                    _ = try await open.store.perform(settle, by: .system, at: clock.now)
                }
            }
            return links
        }
    }

    private static let lease = LeaseMessages(limit: 100, leaseSeconds: 60)

    /// Ends in order, so that another process can have the folder.
    func close() async throws { try await kohort.close() }
}

/// Passes a request on in two halves, with the clock moved between them.
private struct SlowLine: HTTPResponder {
    let front: Front
    let clock: MovableClock
    let arrival: Instant

    func respond(to request: Request, context: KohortContext) async throws -> Response {
        var whole = try await request.body.collect(upTo: .max)
        let first = whole.readSlice(length: whole.readableBytes / 2) ?? ByteBuffer()
        let halves = Mutex([first, whole])
        let body = AsyncStream<ByteBuffer> {
            let half = halves.withLock { $0.isEmpty ? nil : ($0.removeFirst(), isLast: $0.isEmpty) }
            if half?.isLast == true { clock.move(to: arrival) }
            return half?.0
        }
        var slow = request
        slow.body = RequestBody(asyncSequence: body)
        return await front.respond(to: slow, context: context)
    }
}

extension Mail {
    fileprivate var links: [String] { text.split(separator: "\n").filter { $0.hasPrefix("http") }.map(String.init) }
}
