import HTTPTypes
import Hummingbird
import KohortSite
import KohortWeb
import NIOCore
import Synchronization

/// `/{tenant}/constant/{size}` for people and `/{tenant}/api/v1/constant/{size}` for systems: so many bytes that were
/// made once, after everything that a request goes through before its handler.
enum ConstantAnswers {
    private static let largest = 1 << 20
    private static let bodies = Mutex<[Int: ByteBuffer]>([:])

    static func routes(of site: Site) -> [Route] {
        [
            site.page(.get, "/{tenant}/constant/{size}", .plumbing) { _, visit in .html(try body(visit)) },
            site.api(.get, "/{tenant}/api/v1/constant/{size}", .plumbing) { _, visit in
                Response(
                    status: .ok, headers: [.contentType: "application/json"],
                    body: ResponseBody(byteBuffer: try body(visit)))
            },
        ]
    }

    private static func body(_ visit: Visit) throws -> ByteBuffer {
        guard let size = Int(try visit.context.parameter("size")), (0...largest).contains(size) else {
            throw WebProblem.noSuchPath
        }
        return bodies.withLock { bodies in
            if let kept = bodies[size] { return kept }
            let made = ByteBuffer(repeating: UInt8(ascii: "x"), count: size)
            bodies[size] = made
            return made
        }
    }
}
