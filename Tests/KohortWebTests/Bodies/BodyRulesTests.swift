import HTTPTypes
import Hummingbird
import KohortCore
import NIOCore
import Synchronization
import Testing

@testable import KohortWeb

struct BodyRulesTests {
    private let quarter = Duration.seconds(15 * 60)

    @Test(arguments: [1, 3, 100]) func `a body within its bounds comes whole`(chunkSize: Int) async throws {
        let bytes = Array("twelve bytes".utf8)
        let read = try await inRequest { request, context in
            try await request.with(RequestBody(bytes, chunkSize: chunkSize)).bytes(context, limit: 12)
        }
        #expect(read == ByteBuffer(bytes: bytes))
    }

    @Test(arguments: [1, 5, 100]) func `one byte too many is refused while it comes`(chunkSize: Int) async throws {
        await #expect(throws: WebProblem.payloadTooLarge(limit: 11)) {
            try await inRequest { request, context in
                try await request.with(RequestBody(Array("twelve bytes".utf8), chunkSize: chunkSize)).bytes(
                    context, limit: 11)
            }
        }
    }

    @Test func `a declared length over the limit is refused before anything is read`() async throws {
        await #expect(throws: WebProblem.payloadTooLarge(limit: 11)) {
            try await inRequest(headers: [.contentLength: "12"]) { request, context in
                try await request.with(.stalled(after: [])).bytes(context, limit: 11)
            }
        }
    }

    @Test func `a body shorter than declared is not taken for whole`() async throws {
        await #expect(throws: WebProblem.badRequest("body.interrupted")) {
            try await inRequest(headers: [.contentLength: "12"]) { request, context in
                try await request.with(RequestBody(Array("eleven byte".utf8), chunkSize: 4)).bytes(context, limit: 100)
            }
        }
    }

    @Test func `a connection that breaks is no end of the body`() async throws {
        struct Broken: Error {}
        await #expect(throws: WebProblem.badRequest("body.interrupted")) {
            try await inRequest { request, context in
                let stream = AsyncThrowingStream<ByteBuffer, any Error> { $0.finish(throwing: Broken()) }
                return try await request.with(RequestBody(asyncSequence: stream)).bytes(context, limit: 100)
            }
        }
    }

    @Test(.timeLimit(.minutes(15))) func `a sender who stalls is cut off when the time is over`() async throws {
        await #expect(throws: WebProblem.tooSlow) {
            try await inRequest { request, context in
                let rules = BodyRules(limit: 100, time: .milliseconds(50))
                return try await request.with(.stalled(after: [1])).readBody(context, rules) { try await $0.whole() }
            }
        }
    }

    @Test(arguments: [(Duration.seconds(900), true), (.milliseconds(900_001), false)])
    func `fifteen minutes after the arrival are in time, a millisecond more is not`(
        passed: Duration, isInTime: Bool
    ) async throws {
        let times = Mutex([noon, noon])
        let clock = WallClock { times.withLock { $0.count > 1 ? $0.removeFirst() : noon.adding(passed) } }
        let read: @Sendable () async throws -> ByteBuffer = {
            try await inRequest(clock: clock) { request, context in
                times.withLock { $0 = [noon, noon] }
                return try await request.with(RequestBody([7], chunkSize: 1)).bytes(context, limit: 100)
            }
        }
        if isInTime {
            #expect(try await read() == ByteBuffer(bytes: [7]))
        } else {
            await #expect(throws: WebProblem.tooSlow) { try await read() }
        }
    }
}
