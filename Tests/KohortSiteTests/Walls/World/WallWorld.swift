import KohortTesting
import KohortWeb
import Testing

@testable import KohortSite

/// An installation with three consortia: one that was walked through, its twin with the same keys, and another with
/// keys of its own, walked through as well.
struct WallWorld: Sendable {
    /// Made once for all who look at it.
    static let shared = Task { try await make() }
    let site: WallSite
    let walk: WallWalk
    let twin: WallSeed
    let other: WallWalk
    var pairs: WallPairs { WallPairs(walk: walk, twin: twin, other: other) }
    /// Those whose data can be read whole: on a shared engine it is an archive that shows it, and the twin, which has no
    /// files, has none.
    var kept: [WallTenant] { [walk.tenant, other.tenant] + (TestEngine.isShared ? [] : [twin.tenant]) }
    /// What only some may read, of each.
    var secrets: [String] { [walk.tenant.secret, twin.tenant.secret, other.tenant.secret] }

    /// The controls that a stranger is turned away from, and those that everybody is let in to without seeing what only
    /// some may.
    var closed: [WallWalk.Control] { get async throws { try await controls { WallJudge.isRefusal($0) } } }
    var open: [WallWalk.Control] { get async throws { try await controls { !WallJudge.isRefusal($0) } } }

    private func controls(_ isWanted: (TestResponse) -> Bool) async throws -> [WallWalk.Control] {
        var wanted: [WallWalk.Control] = []
        for route in site.front.table.routes {
            guard let control = walk.controls[WallWalk.key(route)] else { continue }
            let answer = try await site.ask(control.request.by(.none).fresh())
            if !(OpenRoutes.byCode + OpenRoutes.echoing).contains(WallWalk.key(route)) {
                WallJudge.hold(answer, secrets, "\(WallWalk.key(route)) to a stranger")
            }
            if isWanted(answer) { wanted.append(control) }
        }
        return wanted
    }

    static func make() async throws -> WallWorld {
        let day = "2027-01-11T10:00:00Z"
        let provider = try await WallProvider.start(at: day)
        let site = try await WallSite(at: "2026-09-07T08:00:00Z", setting: provider.admit)
        let seeds = try await both("alfa", "gama") { slug in
            var seed = try await WallSeed(try await WallTenant(slug, in: site))
            try await seed.begin()
            try await provider.offer(to: seed.tenant)
            seed.provider = provider
            return seed
        }
        site.move(to: day)
        let walks = try await both(seeds[0], seeds[1]) { begun in
            var seed = begun
            try await seed.follow()
            try await seed.settle()
            try await seed.signIn()
            let walk = WallWalk(seed)
            try await walk.run()
            return walk
        }
        let twin = try await WallCopy.twin(of: walks[0].tenant, named: "beta")
        return WallWorld(
            site: site, walk: walks[0], twin: try await WallSeed(twin, of: walks[0].seed), other: walks[1])
    }

    /// The same of two consortia at once: it takes half as long where there are two processors.
    private static func both<Start: Sendable, End: Sendable>(
        _ one: Start, _ other: Start, _ body: @escaping @Sendable (Start) async throws -> End
    ) async throws -> [End] {
        async let first = body(one)
        async let second = body(other)
        return try await [first, second]
    }
}
