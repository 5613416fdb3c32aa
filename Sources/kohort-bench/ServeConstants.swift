import ArgumentParser
import Glibc
import Hummingbird
import KohortApp
import KohortCore
import KohortSite
import KohortWeb
import Logging

/// The demo's site with constant answers beside it: same front, same tenant and session, as many bytes as wanted.
struct ServeConstants: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Fills the demo, releases its pool, and serves it with constant answers.")
    @Option(help: "How many applied.") var candidates = 400

    func run() async throws {
        let settings = try await Settings.read(file: nil)
        let kohort = try await Kohort.open(settings)
        try await Demo(kohort).fill()
        let pool = BenchPool(kohort)
        try await pool.enlarge(from: 400, to: candidates)
        try await pool.release()
        for (name, value) in try await pool.visitors() { print("\(name)=\(value)") }
        fflush(nil)
        let site = try Site(kohort)
        let application = Application(
            responder: try site.front(
                isReady: { true }, more: ConstantAnswers.routes(of: site) + [ReceivedFiles.route(of: site)]),
            server: .kohort(),
            configuration: .init(address: .hostname(settings.host, port: settings.port), serverName: "kohort"),
            logger: Logger(label: "kohort-bench") { _ in SwiftLogNoOpLogHandler() })
        try await application.runService()
        try await kohort.close()
    }
}
