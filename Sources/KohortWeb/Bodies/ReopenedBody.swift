import Hummingbird
import NIOCore

/// A request's body that can be looked into before it is read: what was taken of it is there again for its reader.
///
/// Unchecked, since the looks come one after the other: the first has ended when the request goes on.
final class ReopenedBody: AsyncSequence, @unchecked Sendable {
    private var wire: RequestBody.AsyncIterator
    private var taken: [ByteBuffer] = []
    private var isKept = true

    init(_ body: RequestBody) { wire = body.makeAsyncIterator() }

    /// The look is over; what comes from now on is not kept.
    func close() { isKept = false }

    func makeAsyncIterator() -> Iterator { Iterator(body: self) }

    private func next() async throws -> ByteBuffer? {
        guard let chunk = try await wire.next() else { return nil }
        if isKept { taken.append(chunk) }
        return chunk
    }

    struct Iterator: AsyncIteratorProtocol {
        fileprivate let body: ReopenedBody
        private var position = 0

        fileprivate init(body: ReopenedBody) { self.body = body }

        mutating func next() async throws -> ByteBuffer? {
            if position == body.taken.count, !body.isKept { return try await body.next() }
            if position == body.taken.count, try await body.next() == nil { return nil }
            position += 1
            return body.taken[position - 1]
        }
    }
}
