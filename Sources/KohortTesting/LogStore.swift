import Logging
import Synchronization

/// Keeps what is logged.
package final class LogStore: Sendable {
    package struct Line: Hashable, Sendable {
        package let level: Logger.Level
        package let message: String
        package let metadata: [String: String]

        package init(level: Logger.Level, message: String, metadata: [String: String]) {
            (self.level, self.message, self.metadata) = (level, message, metadata)
        }
    }

    private let kept = Mutex<[Line]>([])

    package init() {}

    package var lines: [Line] { kept.withLock { $0 } }
    /// All of it, a line each.
    package var text: String { lines.map { "\($0.level) \($0.message) \($0.metadata)" }.joined(separator: "\n") }
    package var logger: Logger { Logger(label: "test") { _ in Handler(store: self) } }

    private struct Handler: LogHandler {
        let store: LogStore
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.debug

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let merged = metadata.merging(event.metadata ?? [:]) { $1 }.mapValues(\.description)
            let line = Line(level: event.level, message: event.message.description, metadata: merged)
            store.kept.withLock { $0.append(line) }
        }
    }
}
