import KohortCore

@testable import KohortSite

/// Two consortia with a call that is out, whose keys are all the same: whatever one of them has signed names something
/// that the other one has as well. Nobody has walked through them, so that links can be spent here.
struct WallTwins: Sendable {
    /// Made once for all who look at it.
    static let shared = Task { try await make() }
    let alfa, beta: WallSeed
    let provider: WallProvider
    var site: WallSite { alfa.site }
    /// What one has signed, and where it is tried; then the reverse.
    var pairs: [(own: WallSeed, other: WallSeed)] { [(alfa, beta), (beta, alfa)] }

    static func make() async throws -> WallTwins {
        let day = "2026-11-20T10:00:00Z"
        let provider = try await WallProvider.start(at: day)
        let site = try await WallSite(at: "2026-09-07T08:00:00Z", setting: provider.admit)
        var alfa = try await WallSeed(try await WallTenant("alfa", in: site))
        try await alfa.begin()
        try await provider.offer(to: alfa.tenant)
        var beta = try await WallSeed(try await WallCopy.twin(of: alfa.tenant, named: "beta"))
        beta.captures = alfa.captures
        site.move(to: day)
        return WallTwins(alfa: alfa, beta: beta, provider: provider)
    }

    /// An address below one tenant, as it would stand below the other.
    static func path(_ path: String, of own: WallSeed, at other: WallSeed) -> String {
        path.replacing("/\(own.tenant.slug)", with: "/\(other.tenant.slug)", maxReplacements: 1)
    }

    /// A cookie that one tenant gave, as it came and under the name that the other one looks for.
    static func cookies(_ cookie: String, of own: WallSeed, at other: WallSeed) -> [String] {
        [cookie, cookie.replacing(own.tenant.id.description, with: other.tenant.id.description)]
    }
}

extension WallSeed {
    func candidacy(_ name: String) throws -> CandidacyID {
        guard let id = captures[name].flatMap({ CandidacyID($0) }) else { throw WallFault(what: name) }
        return id
    }
}
