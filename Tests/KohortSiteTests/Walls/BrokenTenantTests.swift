import Foundation
import HTTPTypes
import KohortApp
import KohortCore
import KohortTesting
import KohortWeb
import Testing

@testable import KohortSite

/// One tenant's data cannot be used: that tenant alone is told so, the neighbour is served and shows its canary, and
/// whoever watches the daemon sees it. It comes back as soon as its file is whole again.
@Suite(.serialized, .enabled(if: TestEngine.server == nil, "it is files that break here"))
struct `A consortium whose data is broken` {
    private struct World: Sendable {
        let site: WallSite
        let alfa, beta: WallTenant
        let lead: String

        static let shared = Task {
            let site = try await WallSite(at: "2027-01-11T10:00:00Z")
            let (alfa, beta) = (
                try await WallTenant("alfa", in: site, isSmall: true),
                try await WallTenant("beta", in: site, isSmall: true)
            )
            return World(site: site, alfa: alfa, beta: beta, lead: try await alfa.token(.lead))
        }

        func get(_ path: String, as credential: Credential = .none) async throws -> TestResponse {
            try await site.send(.get(path, as: credential))
        }

        func findings() async throws -> [String: Doctor.Finding] {
            let findings = try await Doctor().answer(in: site.kohort)
            return Dictionary(uniqueKeysWithValues: findings.map { ($0.subject, $0) })
        }

        func broken() async throws -> Substring? {
            try await site.figures().firstMatch(of: /kohort_tenants\{state="broken"\} (\d+)/)?.output.1
        }
    }

    @Test(arguments: Damage.allCases)
    func `is told so by itself, and the neighbour is served`(_ damage: Damage) async throws {
        let world = try await World.shared.value
        let mend = try await damage.strike(world.alfa, beside: world.beta)

        let page = try await world.get("/alfa")
        #expect(page.status == .serviceUnavailable && page.headers[.retryAfter] == "10", "\(page.status)")
        #expect(page.text.contains("<h1>The storage does not answer just now</h1>"))
        WallJudge.hold(page, ["Beta", "sqlite", world.site.folder.path], "the page")
        let answer = try await world.get("/alfa\(API.root)/programmes", as: Credential(token: world.lead))
        #expect(answer.status == .serviceUnavailable && answer.code == "storage.unavailable")
        WallJudge.hold(answer, ["Beta", "sqlite", world.site.folder.path], "the answer")

        #expect(try await world.get("/readyz").status == .ok)
        let neighbour = try await world.get("/beta")
        #expect(neighbour.status == .ok && neighbour.text.contains("Betapub"))
        let findings = try await world.findings()
        #expect(findings["alfa"]?.isWell == false && findings["alfa"]?.text.isEmpty == false)
        #expect(findings["beta"]?.isWell == true)
        let status = try await MigrationStatus().answer(in: world.site.kohort)
        #expect(status.map { $0.problem == nil } == [false, true])
        #expect(try await world.broken() == "1")
        #expect(try await !world.site.figures().contains("alfa"))

        try await mend()
        let again = try await world.get("/alfa")
        #expect(again.status == .ok && again.text.contains("Alfapub"))
        #expect(try await world.findings()["alfa"]?.isWell == true)
        #expect(try await world.broken() == "0")
    }
}
