import Glibc
import KohortApp
import NIOCore
import ServiceLifecycle

/// A listener that names the setting of its place where somebody else listens there already.
struct Listener: ServiceLifecycle.Service {
    let setting: String
    let place: String
    let server: any ServiceLifecycle.Service

    func run() async throws {
        do { try await server.run() } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw SettingsProblem(key: setting, found: place, allowed: "one that nobody listens on")
        }
    }
}
