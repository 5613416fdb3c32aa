import Foundation
import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import KohortApp

/// An installation in a folder of its own, with two tenants unless it is empty, and a clock that is moved.
struct Installation {
    let ground: TestGround
    let clock: MovableClock
    let open: Kohort

    /// `engine` may put another around the one that is taken.
    init(at now: Instant, empty: Bool = false, on engine: (any Engine) -> any Engine = { $0 }) async throws {
        let (ground, clock) = (try TestGround(), MovableClock(now))
        (self.ground, self.clock) = (ground, clock)
        let settings = try await ground.settings(of: "data")
        let taken = try InstallationResources.take(settings)
        let changed = InstallationResources(
            engine: engine(taken.engine), registry: taken.registry, secret: taken.secret, lock: taken.lock,
            threads: taken.threads)
        open = try await Kohort.open(settings, clock: WallClock { clock.now }, on: changed)
        if empty { return }
        let root = URL(fileURLWithPath: #filePath).pathComponents.prefix { $0 != "Tests" }.joined(separator: "/")
        for name in ["norra-norrland", "romerike"] {
            let yaml = try String(contentsOfFile: "\(root)/config/consortia/\(name).yaml", encoding: .utf8)
            _ = try await ApplyDefinitionFile(yaml: yaml, isDryRun: false).answer(in: open)
        }
    }

    /// One whose disk hangs or refuses where a test wants it.
    static func gated(at now: Instant) async throws -> (Installation, GatedEngine) {
        var gated: GatedEngine?
        let made = try await Installation(at: now) { engine in
            let wrapped = GatedEngine(engine)
            gated = wrapped
            return wrapped
        }
        return (made, try #require(gated))
    }
}
