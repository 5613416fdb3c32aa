import ArgumentParser
import Foundation
import Glibc
import Hummingbird
import KohortApp
import KohortOutbound
import KohortSite
import KohortWeb
import Logging
import ServiceLifecycle
import UnixSignals

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Serves until it is told to stop.")
    @Option(help: "The settings file; environment variables go before it.") var config: String?
    @Flag(help: "Fill an empty installation with the demo consortia.") var demo = false

    func run() async throws {
        // Whatever is made from here on, files and socket, is its owner's alone.
        umask(0o077)
        var settings = try await Settings.read(file: config)
        let descriptors = Descriptors.raise()
        settings.fit(descriptors: descriptors)
        let level = settings.logLevel
        LoggingSystem.bootstrap { JSONLogHandler(label: $0, level: level) }
        let logger = Logger(label: "kohortd")
        logger.info(
            "limits", metadata: ["descriptors": "\(descriptors)", "open_tenants": "\(settings.openTenants)"])
        do { try await serve(settings, logger) } catch { throw OperatorProblem(of: error) }
        logger.info("stopped")
    }

    private func serve(_ settings: Settings, _ logger: Logger) async throws {
        let kohort = try await Kohort.open(settings)
        let services = try Daemon(kohort, Readiness(), logger).services(fillingDemo: demo)
        let group = ServiceGroup(configuration: Self.groupConfiguration(services, logger))
        do { try await group.run() } catch {
            try await kohort.close()
            throw error
        }
        try await kohort.close()
    }

    /// A container platform waits some 30 s before it kills; everything has ended before that.
    private static func groupConfiguration(
        _ services: [any ServiceLifecycle.Service], _ logger: Logger
    ) -> ServiceGroupConfiguration {
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(20)
        configuration.maximumCancellationDuration = .seconds(3)
        return configuration
    }
}
