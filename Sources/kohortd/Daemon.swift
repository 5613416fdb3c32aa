import Hummingbird
import KohortApp
import KohortOutbound
import KohortSite
import KohortWeb
import Logging
import NIOCore
import ServiceLifecycle

/// The daemon's parts, in the order in which they start; they stop in the reverse.
struct Daemon {
    private let kohort: Kohort
    private let readiness: Readiness
    private let logger: Logger
    private let site: Site

    init(_ kohort: Kohort, _ readiness: Readiness, _ logger: Logger) throws {
        (self.kohort, self.readiness, self.logger) = (kohort, readiness, logger)
        site = try Site(kohort)
    }

    func services(fillingDemo: Bool) throws -> [any ServiceLifecycle.Service] {
        let start = Start(kohort: kohort, readiness: readiness, fillsDemo: fillingDemo, logger: logger)
        return try [publicListener(), operatorListener()] + metrics() + mail() + [
            webhooks(), Schedule(kohort, logger: logger), start,
        ]
    }

    private func publicListener() throws -> Listener {
        let readiness = readiness
        let server = try site.listener(isReady: { readiness.isReady }, logger: logger)
        return Listener(setting: "port", place: "\(kohort.settings.port)", server: server)
    }

    private func operatorListener() throws -> Listener {
        let (readiness, socket) = (readiness, kohort.settings.socket)
        let server = Application(
            responder: try OperatorDesk(kohort).front(isReady: { readiness.isReady }),
            configuration: .init(address: .unixDomainSocket(path: socket), serverName: "kohort"), logger: logger)
        return Listener(setting: "socket", place: socket, server: server)
    }

    private func metrics() throws -> [any ServiceLifecycle.Service] {
        guard let settings = kohort.settings.metrics else { return [] }
        let server = Application(
            responder: try MetricsDesk(kohort, site.figures).front(),
            configuration: .init(address: .hostname(settings.host, port: settings.port), serverName: "kohort"),
            logger: logger)
        return [Listener(setting: "metrics.port", place: "\(settings.port)", server: server)]
    }

    private func webhooks() -> WebhookWorker {
        let dispatch = WebhookDispatch(
            clock: kohort.clock, sender: CurlWebhookSender(kohort.settings.webhooks), seal: kohort.seal, logger: logger)
        return WebhookWorker(kohort, dispatch, logger: logger)
    }

    /// Without a mail server letters wait in the outbox, which `kohort doctor` says.
    private func mail() -> [any ServiceLifecycle.Service] {
        guard let settings = kohort.settings.mail else { return [] }
        let delivery = OutboxDelivery(
            clock: kohort.clock, mailer: CurlMailer(server: settings.server),
            correspondence: site.correspondence(from: settings.from), logger: logger)
        return [OutboxWorker(kohort, delivery, logger: logger)]
    }
}

/// What must be done before requests are wanted; then it only waits for the end.
struct Start: ServiceLifecycle.Service {
    let kohort: Kohort
    let readiness: Readiness
    let fillsDemo: Bool
    let logger: Logger

    func run() async throws {
        if fillsDemo { try await Demo(kohort).fill() }
        readiness.begin()
        logger.info("ready", metadata: ["address": "\(kohort.settings.baseURL)"])
        try await gracefulShutdown()
        readiness.end()
    }
}
