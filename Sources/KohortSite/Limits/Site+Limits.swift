import Hummingbird
import KohortApp
import KohortCore
import KohortWeb
import Tenancy

extension Site {
    /// Counts a request for its network, before anything of it is looked at.
    var countPerAddress: Step {
        { route, request, context in
            for rule in RateRule.all(route.entry, route.pattern) where rule.counted == .address {
                try await take(rule, by: network(request, context), at: context.arrival)
            }
            return nil
        }
    }

    /// Counts it for who sends it, once that is known.
    func countPerAccount(_ entry: Route.Entry, _ pattern: String, _ request: Request, _ visit: Visit) async throws {
        for rule in RateRule.all(entry, pattern) where rule.counted == .account {
            let account = visit.actor.id.map { "\(visit.open.tenant.id) \($0)" }
            try await take(rule, by: account ?? network(request, visit.context), at: visit.arrival)
        }
    }

    private func take(_ rule: RateRule, by who: String, at now: Instant) async throws {
        let limit = rule.limit.times(kohort.settings.limitFactor)
        if let wait = try await wait(for: limit, of: rule.name, by: who, at: now) {
            throw WebProblem.tooManyRequests(retryAfter: wait)
        }
    }

    /// Counted for all daemons together where there may be several, and in memory where there is one.
    private func wait(for limit: RateLimit, of what: String, by who: String, at now: Instant) async throws -> Duration?
    {
        guard let counts = kohort.counts else { return limiter.take(limit, of: what, by: who, at: now) }
        return try await counts.take(limit.share, of: Double(limit.window), for: what, by: who, at: now)
    }

    private func network(_ request: Request, _ context: KohortContext) -> String {
        let client = TrustedProxies(kohort.settings.proxies).client(context.peer, request)
        return client?.network.bytes.map { String($0) }.joined(separator: ".") ?? "local"
    }
}
