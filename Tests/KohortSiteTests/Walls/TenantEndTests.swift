import Foundation
import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import KohortWeb
import Tenancy
import Testing

@testable import KohortSite

/// What is left of a consortium that was deleted: nothing that answers, and no name that somebody else could come by.
@Suite struct `A consortium that is deleted` {
    private struct World: Sendable {
        let site: WallSite
        let alfa, beta: WallTenant
        let tokens: [String: String]

        init() async throws {
            // What is deleted can be purged at once.
            site = try await WallSite(at: "2027-01-11T10:00:00Z", setting: { $0.deletedKeptDays = 0 })
            alfa = try await WallTenant("alfa", in: site, isSmall: true)
            beta = try await WallTenant("beta", in: site, isSmall: true)
            tokens = ["alfa": try await alfa.token(.lead), "beta": try await beta.token(.lead)]
        }

        func delete() async throws {
            _ = try await ChangeTenantState(slug: try Slug("alfa"), to: .deleted).answer(in: site.kohort)
        }

        /// A reading or a writing request, which bears that consortium's word when it is answered.
        func ask(_ slug: String, _ turn: Int) async throws -> TestResponse {
            let (tenant, token) = (slug == "alfa" ? alfa : beta, tokens[slug])
            switch turn % 4 {
            case 0: return try await site.send(.get("/\(slug)", as: .none))
            case 1: return try await site.send(.get("/\(slug)\(API.root)/matters", as: Credential(token: token)))
            case 2:
                let body = #"{"kind":"legal","title":"\#(tenant.secret) \#(turn)"}"#
                return try await site.send(tenant.api("/matters", body, by: token))
            default: return try await site.send(.get("/\(slug)/staff", as: Credential(cookie: "kohort=1")))
            }
        }
    }

    @Test func `while it is asked ends what is under way, and shows nothing of another's`() async throws {
        let world = try await World()
        let kinds = try await withThrowingTaskGroup(of: Set<UInt>.self) { group in
            for worker in 0..<6 {
                group.addTask {
                    var kinds: Set<UInt> = []
                    for turn in 0..<60 {
                        if worker == 0, turn == 20 { try await world.delete() }
                        if worker == 0, turn == 40 { _ = try await PurgeDeletedTenants().answer(in: world.site.kohort) }
                        let slug = (turn + worker).isMultiple(of: 3) ? "beta" : "alfa"
                        let answer = try await world.ask(slug, turn)
                        WallJudge.hold(answer, [slug == "alfa" ? "Beta" : "Alfa"], "\(slug) \(turn)")
                        if slug == "alfa" {
                            kinds.insert(UInt(answer.status.code))
                        } else {
                            #expect([200, 201, 401].contains(answer.status.code), "beta \(turn)")
                        }
                    }
                    return kinds
                }
            }
            return try await group.reduce(into: Set<UInt>()) { $0.formUnion($1) }
        }
        #expect(kinds.isSubset(of: [200, 201, 401, 404, 503]) && kinds.isSuperset(of: [200, 404]), "\(kinds)")
        for turn in 0..<4 { #expect(try await world.ask("alfa", turn).status == .notFound) }
        #expect(try await world.ask("beta", 0).text.contains("Betapub"))
    }

    @Test func `gives its name to nobody, not even to its own archive, and its links lead nowhere`() async throws {
        let world = try await World()
        let cookie = try await world.alfa.cookie("lead@office.example", .lead, on: .consortium)
        let (links, candidacy) = (world.site.kohort.links, CandidacyID.new())
        let key = links.key(for: candidacy, of: world.alfa.id)
        let path = world.site.folder.path + "/alfa.kohort"
        _ = try await ExportTenant(slug: try Slug("alfa"), path: path).answer(in: world.site.kohort)
        #expect(try await world.site.send(.get("/alfa/staff", as: Credential(cookie: cookie))).status == .ok)

        try await world.delete()
        #expect(try await PurgeDeletedTenants().answer(in: world.site.kohort).purged == [try Slug("alfa")])
        #expect(!FileManager.default.fileExists(atPath: WallCopy.path(of: world.alfa)))
        let taken = OperatorProblem(
            "tenant.slug_taken",
            ["There is, or was, another tenant with this slug; a slug is never given twice."])
        for slug in [nil, try Slug("alfa")] {
            await #expect {
                try await ImportTenant(path: path, slug: slug).answer(in: world.site.kohort)
            } throws: {
                OperatorProblem(of: $0) == taken
            }
        }
        let yaml = WallDefinition(slug: "alfa", word: "Newpub").small
        await #expect {
            try await ApplyDefinitionFile(yaml: yaml, isDryRun: false).answer(in: world.site.kohort)
        } throws: {
            OperatorProblem(of: $0) == taken
        }
        #expect(try await world.site.send(.get("/alfa", as: .none)).status == .notFound)

        // Under another name its data can be brought back, by another id: what was signed for the old one opens nothing.
        let back = try await ImportTenant(path: path, slug: try Slug("omega")).answer(in: world.site.kohort)
        _ = try await ChangeTenantState(slug: try Slug("omega"), to: .active).answer(in: world.site.kohort)
        #expect(back.id != world.alfa.id)
        #expect(try await world.site.send(.get("/omega", as: .none)).text.contains("Alfapub"))
        #expect(links.opens(candidacy, of: world.alfa.id, with: key))
        #expect(!links.opens(candidacy, of: back.id, with: key))
        let staff = try await world.site.send(.get("/omega/staff", as: Credential(cookie: cookie)))
        #expect(WallJudge.isRefusal(staff))
    }

    @Test func `is never renamed: a file with another name makes another consortium`() async throws {
        let world = try await World()
        let cookie = try await world.alfa.cookie("lead@office.example", .lead, on: .consortium)
        let yaml = WallDefinition(slug: "omega", word: "Alfapub").small
        let made = try await ApplyDefinitionFile(yaml: yaml, isDryRun: false).answer(in: world.site.kohort)
        #expect(made.isNew)
        for credential in [Credential(cookie: cookie), Credential(token: world.tokens["alfa"])] {
            let path = credential.token == nil ? "/staff" : "\(API.root)/matters"
            #expect(try await world.site.send(.get("/alfa\(path)", as: credential)).status == .ok)
            let there = try await world.site.send(.get("/omega\(path)", as: credential))
            #expect(WallJudge.isRefusal(there))
        }
    }

    @Test func `or made: of eight that make one at once, one does`() async throws {
        let site = try await WallSite(at: "2027-01-11T10:00:00Z")
        let yaml = WallDefinition(slug: "alfa", word: "Alfapub").small
        let made = await withTaskGroup(of: Bool?.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    try? await ApplyDefinitionFile(yaml: yaml, isDryRun: false).answer(in: site.kohort).isNew
                }
            }
            return await group.reduce(into: [Bool?]()) { $0.append($1) }
        }
        #expect(made.count { $0 == true } == 1, "\(made)")
        #expect(try site.tenants().count == 1)
        #expect(try await site.send(.get("/alfa", as: .none)).text.contains("Alfapub"))
    }
}
