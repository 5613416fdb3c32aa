import Foundation
import KohortCore
import KohortTesting

@testable import KohortApp

/// An installation in a folder of its own, with two tenants unless it is empty, and a clock that is moved.
struct Installation {
    let ground: TestGround
    let clock: MovableClock
    let open: Kohort

    init(at now: Instant, empty: Bool = false) async throws {
        let (ground, clock) = (try TestGround(), MovableClock(now))
        (self.ground, self.clock) = (ground, clock)
        open = try await Kohort.open(try await ground.settings(of: "data"), clock: WallClock { clock.now })
        if empty { return }
        let root = URL(fileURLWithPath: #filePath).pathComponents.prefix { $0 != "Tests" }.joined(separator: "/")
        for name in ["norra-norrland", "romerike"] {
            let yaml = try String(contentsOfFile: "\(root)/config/consortia/\(name).yaml", encoding: .utf8)
            _ = try await ApplyDefinitionFile(yaml: yaml, isDryRun: false).answer(in: open)
        }
    }
}
