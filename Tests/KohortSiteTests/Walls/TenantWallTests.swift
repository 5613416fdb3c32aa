import Foundation
import HTTPTypes
import KohortOutbound
import KohortTesting
import KohortWeb
import Testing

@testable import KohortSite

/// Nobody reaches another consortium, over the whole route table. Each refusal stands beside the same request by who has
/// the right to it, which was answered and bore that consortium's canary. A line of the route table that nobody here
/// comes to by a link, a form or the API's description is missing below: give it its seed in `WallSeed` or its words in
/// `WallWords`.
@Suite(.serialized) struct `Walls between tenants` {
    private var world: WallWorld { get async throws { try await WallWorld.shared.value } }

    @Test func `every route is answered to who may have it`() async throws {
        let world = try await world
        let routes = world.site.front.table.routes
        let controls = routes.compactMap { world.walk.controls[WallWalk.key($0)] }
        let missing = routes.map(WallWalk.key).filter { world.walk.controls[$0] == nil }
        let told = missing.map { "\($0): \(world.walk.refusals[$0] ?? "never found")" }.joined(separator: "\n")
        #expect(missing == [], "\(controls.count) of \(routes.count)\n\(told)")
        for control in controls where control.route.method == .get && control.route.audience == .page {
            guard control.route.pattern.hasPrefix("/{tenant}"), !control.route.pattern.hasSuffix(".csv"),
                // Colours have no words, and what leads to a provider has none of ours.
                !control.route.pattern.hasPrefix("/{tenant}/theme"), control.answer.status == .ok
            else { continue }
            #expect(control.answer.text.contains(world.walk.tenant.word), "\(WallWalk.key(control.route))")
        }
    }

    @Test func `no route opens to another consortium's credential, id, session or link`() async throws {
        let world = try await world
        for control in try await world.closed {
            let key = WallWalk.key(control.route)
            for attempt in world.pairs.foreign(control) {
                let answer = try await world.site.ask(attempt.request)
                #expect(WallJudge.isRefusal(answer), "\(key), \(attempt.what): \(answer.status.code)")
                WallJudge.hold(answer, world.secrets, "\(key), \(attempt.what)")
            }
        }
        // Nobody has been put out meanwhile: who was let in before is let in still.
        for caller in Caller.allCases {
            // What a provider answered is spent.
            let reads = world.walk.controls.values.filter {
                $0.caller == caller && $0.route.method == .get && !$0.route.pattern.contains("/with/")
            }
            let own = reads.min { $0.route.pattern.count < $1.route.pattern.count }
            guard let own, caller != .leaving, caller != .applicant else { continue }
            #expect(try await world.site.send(own.request).status == .ok, "\(caller)")
        }
    }

    @Test func `an object of another's answers byte for byte as one that is not there`() async throws {
        let world = try await world
        var tried = 0
        for control in try await world.closed {
            for (foreign, missing) in world.pairs.lost(control) {
                let key = "\(WallWalk.key(control.route)), \(foreign.what)"
                let (one, other) = (
                    try await world.site.send(foreign.request), try await world.site.send(missing.request)
                )
                #expect(one.status == .notFound, "\(key): \(one.status.code)")
                WallJudge.hold(one, world.secrets, key)
                #expect(WallJudge.shape(one) == WallJudge.shape(other), "\(key)")
                tried += 1
            }
        }
        #expect(tried > 100)
    }

    @Test func `an id of another's in a query answers byte for byte as one that is not there`() async throws {
        let world = try await world
        var missed = 0
        for control in try await world.closed {
            for (foreign, missing) in world.pairs.asked(control) {
                let key = "\(WallWalk.key(control.route)), \(foreign.what)"
                let (one, other) = (
                    try await world.site.send(foreign.request), try await world.site.send(missing.request)
                )
                WallJudge.hold(one, ["Beta", "Gama"], key)
                #expect(WallJudge.shape(one) == WallJudge.shape(other), "\(key)")
                // What narrows a list to an id finds nothing.
                if one.status == .notFound { missed += 1 }
            }
        }
        #expect(missed >= 2)
    }

    @Test func `what everybody may ask shows nothing of another consortium's, and is no more than it was`() async throws
    {
        let world = try await world
        let open = try await world.open
        for control in open where control.route.method == .get {
            let there = control.request.path.replacing("/alfa", with: "/beta", maxReplacements: 1)
            let answer = try await world.site.send(control.request.to(there).by(.none).fresh())
            WallJudge.hold(answer, ["Alfa", "Gama"], there)
        }
        let patterns = Set(open.map { WallWalk.key($0.route) })
        #expect(patterns.subtracting(OpenRoutes.all) == [], "open to everybody, and not meant to be")
        #expect(OpenRoutes.all.subtracting(patterns) == [], "meant to be open to everybody")
    }

    @Test func `a twin with the same keys reads its own words alone`() async throws {
        let world = try await world
        let reads = world.walk.controls.values.filter { $0.route.method == .get && $0.request.headers[.cookie] != nil }
        var answered = 0
        for control in reads {
            let there = control.request.path.replacing("/alfa", with: "/beta", maxReplacements: 1)
            let credential = world.twin.credentials[control.caller] ?? .none
            // A twin has no files: what would be one cannot be read.
            guard let answer = try? await world.site.send(control.request.to(there).by(credential)) else { continue }
            WallJudge.hold(answer, ["Alfa", "Gama"], there)
            if answer.status == .ok, answer.text.contains("Beta") { answered += 1 }
        }
        #expect(answered * 100 >= reads.count * 85, "\(answered) of \(reads.count)")
    }

    @Test func `a code is verified where it was given`() async throws {
        let world = try await world
        for (own, other) in [(world.walk, world.other), (world.other, world.walk)] {
            let code = try #require(own.seed.captures["code"])
            for path in ["/verification?code=\(code)", "\(API.root)/documents/\(code)"] {
                let there = try await world.site.send(.get("/\(other.tenant.slug)\(path)", as: .none))
                WallJudge.hold(there, [own.tenant.word], path)
                let here = try await world.site.send(.get("/\(own.tenant.slug)\(path)", as: .none))
                #expect(here.status == .ok && here.text.contains(own.tenant.secret), "\(path)")
            }
        }
    }

    @Test func `an address that names another host is answered in our own name`() async throws {
        let world = try await world
        let host = "elsewhere.example"
        for control in world.walk.controls.values where control.route.method == .get {
            var sent = control.request
            for name in ["Host", "X-Forwarded-Host", "Forwarded"] {
                sent.headers[try #require(HTTPField.Name(name))] = name == "Forwarded" ? "host=\(host)" : host
            }
            let answer = try await world.site.send(sent)
            #expect(WallJudge.leaks(answer, [host]).isEmpty, "\(WallWalk.key(control.route))")
        }
    }

    @Test func `a letter, an event and a figure bear no word of another consortium's`() async throws {
        let world = try await world
        for (walk, other) in [(world.walk, "Gama"), (world.other, "Alfa")] {
            let own = walk.tenant
            let letters = try await own.letters().map { "\($0.subject)\n\($0.text)\n\($0.html)" }
            #expect(letters.count > 20 && letters.allSatisfy { !$0.contains(other) })
            #expect(letters.contains { $0.contains(own.word) })
            // What webhooks carry: ids and codes, so nothing that only some may read.
            let events = try await own.events(by: walk.seed.lead)
            #expect(events.contains("delivery.") && !events.contains(own.secret) && !events.contains(other))
        }
        let figures = try await world.site.figures()
        #expect(figures.contains("kohort_"))
        for word in ["Alfa", "Beta", "Gama"] { #expect(!figures.contains(word), "\(word) in the figures") }
    }

    @Test func `nothing has crossed into another's database, and no canary into the log`() async throws {
        let world = try await world
        #expect(world.site.logs.text.contains("request refused"))
        #expect(WallJudge.leaks(world.site.logs, world.secrets) == [])
        let tenants = world.kept
        for tenant in tenants {
            let files = try await WallCopy.contents(of: tenant)
            #expect(files.contains { $0.range(of: Data(tenant.secret.utf8)) != nil })
            for other in tenants where other.slug != tenant.slug {
                let crossed = files.contains { $0.range(of: Data(other.secret.utf8)) != nil }
                #expect(!crossed, "\(other.slug) in \(tenant.slug)")
            }
        }
    }
}
