import KohortCore
import KohortStore
import Logging
import Synchronization
import Tenancy
import Testing

@testable import KohortApp

@Suite struct RoundFaultsTests {
    @Test func `what many tenants met is told once, and each other reason beside it`() throws {
        let log = Lines()
        var faults = RoundFaults("outbox", Logger(label: "test") { _ in log.handler })
        faults.tell()
        #expect(log.all == [])
        for slug in ["one", "two", "three"] { faults.note(StoreFault.unavailable("away"), at: try Slug(slug)) }
        faults.note(StoreFault.full, at: try Slug("four"))
        faults.tell()
        #expect(log.all == ["outbox full four", #"outbox unavailable("away") one and 2"#])
    }
}

private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock(\.self) }
    var handler: any LogHandler { Handler(lines: self) }

    private struct Handler: LogHandler {
        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let metadata = event.metadata ?? [:]
            let words = ["error", "tenant"].compactMap { metadata[$0]?.description }
            let others = metadata["others"].map { " and \($0)" } ?? ""
            lines.lines.withLock { $0.append("\(event.message) \(words.joined(separator: " "))\(others)") }
        }
    }
}
