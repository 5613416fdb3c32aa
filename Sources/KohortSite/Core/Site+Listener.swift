import Hummingbird
import KohortApp
import KohortWeb
import Logging

extension Site {
    /// The public listener: the site's front on HTTP/1.1 within our bounds; `port` in place of the setting's.
    package func listener(
        isReady: @escaping @Sendable () async -> Bool, port: Int? = nil, logger: Logger? = nil
    ) throws -> Application<Front> {
        let settings = kohort.settings
        return Application(
            responder: try front(isReady: isReady), server: .kohort(idle: .seconds(60)),
            configuration: .init(address: .hostname(settings.host, port: port ?? settings.port), serverName: "kohort"),
            logger: logger)
    }
}
