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
    private let context: KohortContext

    init(_ body: RequestBody, _ context: KohortContext, declared: Int?, limit: Int, due: Instant) {
        iterator = body.makeAsyncIterator()
        (self.context, self.declared, self.limit, self.due) = (context, declared, limit, due)
    }

    mutating func next() async throws -> ByteBuffer? {
        let chunk = try await nextFromWire()
        if context.clock.now > due { throw WebProblem.tooSlow }
        guard let chunk else {
            // Hummingbird takes a connection that ends early for the end of the body.
            if let declared, declared != received { throw WebProblem.badRequest("body.interrupted") }
            context.bodyEnd.reach()
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
