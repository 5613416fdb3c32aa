#if PostgreSQL
    import CPostgres
    import Foundation
    import KohortStore
    import Synchronization

    /// The way to a server. While one that was there starts again, whoever comes waits for it a while; when it has been
    /// away for longer, they are told at once. Whom it lets not in is told at once too, and that says nothing of the
    /// server.
    final class PostgresConnector: Sendable {
        private enum Server {
            case unknown, there
            case away(since: ContinuousClock.Instant)
        }

        private static let waits = [0.05, 0.1, 0.2, 0.4, 0.8]
        private let server: PostgresServer
        private let patience: Duration
        private let state = Mutex(Server.unknown)

        init(_ server: PostgresServer, patience: Duration = .seconds(5)) {
            (self.server, self.patience) = (server, patience)
        }

        /// Waits at most for as long as patience lasts, whatever others meet meanwhile.
        func session(as login: PostgresLogin? = nil) throws -> PostgresSession {
            let end = ContinuousClock.now.advanced(by: patience)
            var attempt = 0
            while true {
                do {
                    let session = try PostgresSession(server, as: login)
                    state.withLock { $0 = .there }
                    return session
                } catch let fault as PostgresFault {
                    if fault.isRefusal { throw StoreFault.unavailable(fault.message) }
                    guard isWorthWaiting(), .now < end else { throw fault.inStore }
                    Thread.sleep(forTimeInterval: Self.waits[min(attempt, Self.waits.count - 1)])
                    attempt += 1
                }
            }
        }

        private func isWorthWaiting() -> Bool {
            state.withLock { state in
                switch state {
                case .unknown: return false
                case .there:
                    state = .away(since: .now)
                    return true
                case .away(let since): return since.duration(to: .now) < patience
                }
            }
        }
    }
#endif
