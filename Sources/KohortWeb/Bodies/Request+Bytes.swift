import Hummingbird
import NIOCore

extension Request {
    /// The whole body, at most `limit` bytes. Throws as `readBody` does.
    package func bytes(_ context: KohortContext, limit: Int) async throws -> ByteBuffer {
        try await readBody(context, BodyRules(limit: limit)) { chunks in try await chunks.whole() }
    }
}

extension BodyChunks {
    mutating func whole() async throws -> ByteBuffer {
        var whole = ByteBuffer()
        while let chunk = try await next() { whole.writeImmutableBuffer(chunk) }
        return whole
    }
}
