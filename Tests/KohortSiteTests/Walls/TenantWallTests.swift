import Foundation
import HTTPTypes
import HummingbirdTesting
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
        #expect(controls.count * 100 >= routes.count * 95, "\(controls.count) of \(routes.count)\n\(told)")
        for control in controls where control.route.method == .get && control.route.audience == .page {
            guard control.route.pattern.hasPrefix("/{tenant}"), !control.route.pattern.hasSuffix(".csv") else {
                continue
            }
            #expect(control.answer.text.contains(world.walk.tenant.word), "\(WallWalk.key(control.route))")
        }
    }

    @Test func `no route opens to another consortium's credential, id, session or link`() async throws {
        let world = try await world
        for control in try await world.closed {
            let key = WallWalk.key(control.route)
            for attempt in world.pairs.foreign(control) {
                let answer = try await world.site.send(attempt.request)
                #expect(WallJudge.isRefusal(answer), "\(key), \(attempt.what): \(answer.status.code)")
                #expect(WallJudge.leaks(answer, world.secrets).isEmpty, "\(key), \(attempt.what)")
            }
        }
        // Nobody has been put out meanwhile: who was let in before is let in still.
        for caller in Caller.allCases {
            let reads = world.walk.controls.values.filter { $0.caller == caller && $0.route.method == .get }
            let own = reads.min { $0.route.pattern.count < $1.route.pattern.count }
            guard let own, caller != .asked, caller != .applicant else { continue }
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
                if control.route.method == .get { #expect(WallJudge.isRefusal(one), "\(key): \(one.status.code)") }
                #expect(WallJudge.leaks(one, world.secrets).isEmpty, "\(key)")
                #expect(WallJudge.shape(one) == WallJudge.shape(other), "\(key)")
                tried += 1
            }
        }
        #expect(tried > 100)
    }

    @Test func `what everybody may ask shows nothing of another consortium's, and is no more than it was`() async throws
    {
        let world = try await world
        let open = try await world.open
        for control in open where control.route.method == .get {
            let there = control.request.path.replacing("/alfa", with: "/beta", maxReplacements: 1)
            let answer = try await world.site.send(control.request.to(there).by(.none).fresh())
            #expect(WallJudge.leaks(answer, ["Alfa", "Gama"]).isEmpty, "\(there)")
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
            #expect(WallJudge.leaks(answer, ["Alfa", "Gama"]).isEmpty, "\(there)")
            if answer.status == .ok, answer.text.contains("Beta") { answered += 1 }
        }
        #expect(answered * 100 >= reads.count * 85, "\(answered) of \(reads.count)")
    }

    @Test func `nothing has crossed into another's database, and no canary into the log`() async throws {
        let world = try await world
        #expect(world.site.logs.text.contains("request refused"))
        for secret in world.secrets { #expect(!world.site.logs.text.contains(secret), "in the log") }
        let tenants = [world.walk.tenant, world.twin.tenant, world.other.tenant]
        for tenant in tenants {
            let files = WallCopy.contents(of: tenant)
            #expect(files.contains { $0.range(of: Data(tenant.secret.utf8)) != nil })
            for other in tenants where other.slug != tenant.slug {
                let crossed = files.contains { $0.range(of: Data(other.secret.utf8)) != nil }
                #expect(!crossed, "\(other.slug) in \(tenant.slug)")
            }
        }
    }
}
