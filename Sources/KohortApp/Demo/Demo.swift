import Foundation
import KohortCore
import KohortStore
import Recruitment
import Tenancy

/// Fills an empty installation with three consortia to look at: KS planned, Romerike with its history, and Norra
/// Norrland in the middle of a round. All through the same commands as in earnest; what is there already stays.
package struct Demo: Sendable {
    static let candidates = 400
    /// The tenant that the round belongs to.
    static var recruiting: Slug { get throws { try Slug("norra-norrland") } }
    private let kohort: Kohort

    package init(_ kohort: Kohort) { self.kohort = kohort }

    package func fill() async throws {
        for name in ["ks-2006", "ks-2011", "romerike", "norra-norrland"] {
            let path = "\(kohort.settings.definitions)/\(name).yaml"
            guard let yaml = FileManager.default.contents(atPath: path) else {
                throw SettingsProblem(key: "definitions", found: path, allowed: "the folder of definition files")
            }
            _ = try await ApplyDefinitionFile(yaml: String(decoding: yaml, as: UTF8.self), isDryRun: false).answer(
                in: kohort)
        }
        try await kohort.use(try await kohort.require(Self.recruiting)) { open in
            try await DemoRound(open, at: kohort.clock.now).fill()
        }
    }
}
