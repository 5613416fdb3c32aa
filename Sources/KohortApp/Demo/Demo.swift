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
            try await apply(try definition(name))
        }
        try await kohort.use(try await kohort.require(Self.recruiting)) { open in
            try await DemoRound(open, at: kohort.clock.now).fill()
        }
        try await fillDelivery()
    }

    private func fillDelivery() async throws {
        let now = kohort.clock.now
        let tenant = try await kohort.require(try DemoDelivery.tenant)
        let zone = try await kohort.use(tenant) {
            try await $0.store.fetch(CurrentConsortium(), by: .operator, at: now).profile.timeZone
        }
        let months = DemoMonths(around: now, in: zone)
        try await kohort.use(tenant) { open in
            let isThere = try await DemoDelivery.hasCohort(open, at: now)
            if !isThere { try await apply(try definition("demo/ks-members") + months.yaml) }
            try await DemoDelivery(open, at: now, months).fill()
        }
    }

    private func definition(_ name: String) throws -> String {
        let path = "\(kohort.settings.definitions)/\(name).yaml"
        guard let yaml = FileManager.default.contents(atPath: path) else {
            throw SettingsProblem(key: "definitions", found: path, allowed: "the folder of definition files")
        }
        return String(decoding: yaml, as: UTF8.self)
    }

    private func apply(_ yaml: String) async throws {
        _ = try await ApplyDefinitionFile(yaml: yaml, isDryRun: false).answer(in: kohort)
    }
}
