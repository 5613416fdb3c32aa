import KohortCore
import KohortOutbound
import KohortStore
import Tenancy

extension Composition {
    /// A tenant's composition in an installation with these rules for where webhooks go, and where providers are.
    static func tenant(webhooks rules: CallRules, providers: CallRules) -> Composition {
        var ports = Composition.tenant.ports
        ports.answer(ProviderAddresses { text in try providers.check(issuer: text) })
        ports.answer(
            WebhookAddresses { text in
                do throws(CallURLProblem) { return try rules.url(text).text } catch {
                    throw Rejection.invalid("url", "webhook.url.\(error.rawValue)", rules.values(of: error))
                }
            })
        return Composition(
            schema: tenant.schema, authority: tenant.authority, reactions: tenant.reactions, ports: ports)
    }
}

extension CallRules {
    /// What the message about a problem names.
    fileprivate func values(of problem: CallURLProblem) -> [String: String] {
        problem == .port ? ["ports": ports.sorted().map(String.init).joined(separator: ", ")] : [:]
    }
}
