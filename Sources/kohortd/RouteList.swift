import ArgumentParser
import KohortApp
import KohortSite
import KohortWeb

/// Prints the route table, for those who test or guard every address there is.
struct RouteList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes", abstract: "Lists every address: method, reader, pattern and what it enters by.")
    @Option(help: "The settings file; environment variables go before it.") var config: String?

    func run() async throws {
        let kohort = try await Kohort.open(try await Settings.read(file: config))
        do { try show(kohort) } catch {
            try await kohort.close()
            throw error
        }
        try await kohort.close()
    }

    private func show(_ kohort: Kohort) throws {
        for route in try Site(kohort).front(isReady: { false }).table.routes {
            print(route.method, route.audience, route.pattern, Self.words(route.entry), separator: "\t")
        }
    }

    private static func words(_ entry: Route.Entry) -> String {
        switch entry {
        case .command(let name): "command \(name)"
        case .query(let name): "query \(name)"
        case .plumbing: "plumbing"
        }
    }
}
