import Foundation
import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

/// What everybody was let in to is asked for again while it cannot be known who may, and once more when it can.
@Suite(.serialized) struct `Where a right or a consortium cannot be looked up` {
    private struct World {
        let site: WallSite
        let alfa, beta: WallTenant
        let lead, link, token: String

        init() async throws {
            site = try await WallSite(at: "2027-01-11T10:00:00Z")
            alfa = try await WallTenant("alfa", in: site, isSmall: true)
            beta = try await WallTenant("beta", in: site, isSmall: true)
            lead = try await alfa.cookie("lead@alfa.example", .lead, on: .consortium)
            link = try await alfa.invitation("second@alfa.example", .lead, on: .consortium)
            token = try await alfa.token(.lead)
        }

        /// What only the lead may read, as a page and as JSON, what only the lead may do, and the way in.
        var requests: [SentRequest] {
            let (cookie, fields) = (Credential(cookie: lead), [("kind", "legal"), ("title", "Canary")])
            return [
                .get("/alfa/staff/matters", as: cookie),
                .get("/alfa\(API.root)/events?limit=50", as: Credential(token: token)),
                .pressing("/alfa/staff/matters", fields, as: cookie), .pressing(link),
            ]
        }

        func statuses() async throws -> [Int] {
            var statuses: [Int] = []
            for request in requests {
                let answer = try await site.send(request)
                statuses.append(answer.status.code)
                if answer.status.code >= 500 {
                    #expect(answer.session == nil)
                    WallJudge.hold(answer, ["Alfa", "Canary", "role_grant", "sqlite", site.folder.path], request.path)
                }
            }
            return statuses
        }

        func page() async throws -> String { try await site.send(requests[0]).text }
    }

    @Test func `nobody gets in while the roles are away, and who may does when they are back`() async throws {
        let world = try await World()
        #expect(try await world.page().contains("Alfa"))
        try await world.alfa.perform(Rename(from: "role_grant", to: "hidden"))
        #expect(try await world.statuses() == [500, 500, 500, 500])
        #expect(try await world.site.send(.get("/alfa", as: .none)).status == .ok)
        #expect(try await world.site.send(.get("/alfa/staff/matters", as: .none)).status == .unauthorized)
        try await world.alfa.perform(Rename(from: "hidden", to: "role_grant"))
        #expect(try await !world.page().contains("Canary"))
        #expect(try await world.statuses() == [200, 200, 303, 303])
        #expect(try await world.page().contains("Canary"))
    }

    @Test(.enabled(if: TestEngine.server == nil, "it is files that break here"), arguments: Damage.allCases)
    func `nobody gets in while the file is broken, and who may does when it is whole`(_ damage: Damage) async throws {
        let world = try await World()
        #expect(try await world.page().contains("Alfa"))
        let mend = try await damage.strike(world.alfa, beside: world.beta)
        #expect(try await world.statuses() == [503, 503, 503, 503])
        try await mend()
        #expect(try await !world.page().contains("Canary"))
        #expect(try await world.statuses() == [200, 200, 303, 303])
        #expect(try await world.page().contains("Canary"))
    }
}

/// Takes a table away, or brings it back.
private struct Rename: Command {
    static let permission = Permission.sendOutbox
    static let events: [any Event.Type] = []
    var scope: Scope { .consortium }
    let from, to: String

    func perform(in write: borrowing Write) throws -> Done {
        try write.execute(SQL(stringLiteral: "alter table \(from) rename to \(to)"))
        return Done()
    }
}

extension WallTenant {
    fileprivate func perform(_ rename: Rename) async throws {
        _ = try await use { try await $0.store.perform(rename, by: .system, at: site.now) }
    }
}
