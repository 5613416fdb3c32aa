import Hummingbird
import KohortCore
import Logging
import NIOCore

/// What is known of one request besides itself. Hummingbird makes it; `Front` fills it before anything else sees it.
package struct KohortContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// 16 hexadecimal digits of our own making; an id that a sender brings is never taken over.
    package internal(set) var requestID = ""
    /// When the request's headers had been read: the time that deadlines are held against.
    package internal(set) var arrival: Instant
    package internal(set) var clock: WallClock
    /// The language of the answer: what the reader's browser asks for, until a step chooses otherwise.
    package var language: Language
    let channel: any Channel
    let bodyEnd = BodyEnd()
    package let trail = RequestTrail()

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
        clock = .system
        arrival = clock.now
        language = .nb
    }

    /// The address of the other end of the connection, which is the proxy's where one stands before us.
    package var peer: String? { channel.remoteAddress?.ipAddress }

    mutating func open(_ request: Request, clock: WallClock, fallback: Language) {
        self.clock = clock
        arrival = clock.now
        requestID = Self.newID()
        logger[metadataKey: "request_id"] = .string(requestID)
        // Hummingbird's own middleware reads the id from here.
        logger[metadataKey: "hb.request.id"] = .string(requestID)
        language = Language.preferred(by: request.headers[.acceptLanguage], or: fallback)
    }

    private static func newID() -> String {
        let digits = String(UInt64.random(in: 0...UInt64.max), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
