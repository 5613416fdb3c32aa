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
                try take(rule, by: network(request, context), at: context.arrival)
            }
            return nil
        }
    }

    /// Counts it for who sends it, once that is known.
    func countPerAccount(_ entry: Route.Entry, _ pattern: String, _ request: Request, _ visit: Visit) throws {
        for rule in RateRule.all(entry, pattern) where rule.counted == .account {
            let account = visit.actor.id.map { "\(visit.open.tenant.id) \($0)" }
            try take(rule, by: account ?? network(request, visit.context), at: visit.arrival)
        }
    }

    private func take(_ rule: RateRule, by who: String, at now: Instant) throws(WebProblem) {
        let limit = rule.limit.times(kohort.settings.limitFactor)
        if let wait = limiter.take(limit, of: rule.name, by: who, at: now) {
            throw WebProblem.tooManyRequests(retryAfter: wait)
        }
    }

    private func network(_ request: Request, _ context: KohortContext) -> String {
        let client = TrustedProxies(kohort.settings.proxies).client(context.peer, request)
        return client?.network.bytes.map { String($0) }.joined(separator: ".") ?? "local"
    }
}
