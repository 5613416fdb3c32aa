import KohortCore
import KohortOutbound
import Tenancy

extension CallRules {
    /// Refuses an issuer that is not an address which providers may have here, or that has more than one spelling.
    func check(issuer: String) throws(Rejection) {
        guard let url = try? url(issuer), !issuer.contains("?"), !issuer.contains("#"),
            url.text == issuer || url.text == issuer + "/"
        else { throw .invalid("issuer", "provider.address") }
    }
}

extension ProviderClient {
    /// What this installation is to a tenant's provider.
    init(_ provider: Provider, of tenant: Tenant, in kohort: Kohort) async throws {
        let secret: String? = if let place = provider.secret { try await kohort.read(place) } else { nil }
        self.init(provider, secret: secret, of: tenant, in: kohort)
    }

    /// The same for who asks the provider for nothing that takes the secret.
    init(withoutSecret provider: Provider, of tenant: Tenant, in kohort: Kohort) {
        self.init(provider, secret: nil, of: tenant, in: kohort)
    }

    private init(_ provider: Provider, secret: String?, of tenant: Tenant, in kohort: Kohort) {
        self.init(
            issuer: provider.issuer, clientID: provider.clientID, secret: secret,
            redirect: Self.redirect(provider.slug, of: tenant.slug, in: kohort), acr: provider.acr,
            identity: provider.keyedBy == .directoryObject ? .directoryObject : .subject)
    }

    /// The address that the provider is told to send browsers back to.
    static func redirect(_ provider: Slug, of tenant: Slug, in kohort: Kohort) -> String {
        "\(kohort.settings.baseURL)/\(tenant)/sign-in/with/\(provider)/return"
    }

    /// The address that the provider is told to say at who has signed out there.
    static func signOut(_ provider: Slug, of tenant: Slug, in kohort: Kohort) -> String {
        "\(kohort.settings.baseURL)/\(tenant)/sign-in/with/\(provider)/sign-out"
    }
}
