import HTTPTypes
import Hummingbird
import NIOCore

extension KohortContext {
    /// Hummingbird reads on what nobody wants, for as long as it comes. Up to this many bytes that does no harm.
    private static let smallBody = 64 << 10

    /// Whether a large body, or one of unknown length, has been left unread.
    func leavesBody(of request: Request) -> Bool {
        guard !bodyEnd.isReached else { return false }
        let declared = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        return declared > Self.smallBody || request.headers[.transferEncoding] != nil
    }

    /// Ends the connection; `linger` is left so that the answer arrives before the end.
    func close(after linger: Duration) {
        channel.eventLoop.scheduleTask(in: TimeAmount(linger)) { [channel] in channel.close(promise: nil) }
    }
}
