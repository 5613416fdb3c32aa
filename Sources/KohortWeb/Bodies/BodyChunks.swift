import Hummingbird
import KohortCore
import NIOCore

/// A body as it arrives, held to its bounds with each chunk.
struct BodyChunks {
    private var iterator: RequestBody.AsyncIterator
    private var received = 0
    private let declared: Int?
    private let limit: Int
    private let due: Instant
    private let clock: WallClock

    init(_ body: RequestBody, declared: Int?, limit: Int, due: Instant, clock: WallClock) {
        iterator = body.makeAsyncIterator()
        (self.declared, self.limit, self.due, self.clock) = (declared, limit, due, clock)
    }

    mutating func next() async throws -> ByteBuffer? {
        let chunk = try await nextFromWire()
        if clock.now > due { throw WebProblem.tooSlow }
        guard let chunk else {
            // Hummingbird takes a connection that ends early for the end of the body.
            if let declared, declared != received { throw WebProblem.badRequest("body.interrupted") }
            return nil
        }
        received += chunk.readableBytes
        if received > limit { throw WebProblem.payloadTooLarge(limit: limit) }
        return chunk
    }

    private mutating func nextFromWire() async throws -> ByteBuffer? {
        do { return try await iterator.next() } catch let error as CancellationError { throw error } catch {
            throw WebProblem.badRequest("body.interrupted")
        }
    }
}
