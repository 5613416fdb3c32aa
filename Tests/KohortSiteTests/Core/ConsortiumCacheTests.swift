import KohortApp
import KohortCore
import Tenancy
import Testing

@testable import KohortSite

struct ConsortiumCacheTests {
    @Test func `so many tenants are remembered, and all are forgotten for one more`() async throws {
        let sites = [try await RoundSite("romerike"), try await RoundSite("norra-norrland")]
        for (most, remembered) in [(2, [1, 1, 2, 2]), (1, [1, 1, 1, 1])] {
            let cache = ConsortiumCache(most: most)
            var counts: [Int] = []
            for site in [sites[0], sites[0], sites[1], sites[0]] {
                let consortium = try await site.kohort.use(try Slug(site.tenant)) { open in
                    try await cache.current(open, at: site.kohort.clock.now)
                }
                #expect(!consortium.organisations.isEmpty)
                counts.append(cache.count)
            }
            #expect(counts == remembered)
        }
    }
}
