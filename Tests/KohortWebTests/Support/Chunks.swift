import Hummingbird
import NIOCore

extension RequestBody {
    /// A body that comes in pieces of `size` bytes.
    init(_ bytes: [UInt8], chunkSize size: Int) {
        let chunks = stride(from: 0, to: bytes.count, by: size).map {
            ByteBuffer(bytes: bytes[$0..<Swift.min($0 + size, bytes.count)])
        }
        self.init(
            asyncSequence: AsyncStream { stream in
                for chunk in chunks { stream.yield(chunk) }
                stream.finish()
            })
    }

    /// A body that starts and never goes on.
    static func stalled(after bytes: [UInt8]) -> RequestBody {
        RequestBody(asyncSequence: AsyncStream { stream in stream.yield(ByteBuffer(bytes: bytes)) })
    }
}

extension Request {
    func with(_ body: RequestBody) -> Request {
        var request = self
        request.body = body
        return request
    }
}
