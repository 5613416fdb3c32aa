import HummingbirdCore
import NIOCore

extension HTTPServerBuilder {
    /// HTTP/1.1 with bounds: Hummingbird alone would wait for ever and take headers of 80 KB a field. A sender may be
    /// silent for `idle` in mid-request, and a connection between requests.
    package static func kohort(idle: Duration = .seconds(120)) -> HTTPServerBuilder {
        let headers = HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: 8 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)
        return .http1(configuration: .init(idleTimeout: TimeAmount(idle), httpDecoderConfiguration: headers))
    }
}
