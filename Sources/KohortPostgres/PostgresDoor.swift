#if PostgreSQL
    import CPostgres
    import Foundation
    import KohortStore
    import Synchronization

    /// The way to a server. While one that was there starts again, whoever comes waits for it a while; when it has been
    /// away for longer, they are told at once.
    final class PostgresDoor: Sendable {
        private enum Server {
            case unknown, there
            case away(since: ContinuousClock.Instant)
        }

        private static let patience = Duration.seconds(5)
        private static let waits = [0.05, 0.1, 0.2, 0.4, 0.8]
        private let server: PostgresServer
        private let state = Mutex(Server.unknown)

        init(_ server: PostgresServer) { self.server = server }

        func session(as login: PostgresLogin? = nil) throws -> PostgresSession {
            var attempt = 0
            while true {
                do {
                    let session = try PostgresSession(server, as: login)
                    state.withLock { $0 = .there }
                    return session
                } catch let fault as PostgresFault {
                    guard isWorthWaiting() else { throw fault.inStore }
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
                case .away(let since): return since.duration(to: .now) < Self.patience
                }
            }
        }
    }
#endif
