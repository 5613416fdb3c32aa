import KohortCore

/// Where this installation lets webhooks go.
package struct WebhookRules: Hashable, Sendable {
    /// Whether `http` is taken beside `https`.
    package let allowsPlainHTTP: Bool
    package let ports: Set<Int>
    package let addresses: AddressRules
    /// A PEM file of the authorities to trust instead of the system's.
    package let authorities: String?

    package init(
        allowsPlainHTTP: Bool = false, ports: Set<Int> = [443, 8443], addresses: AddressRules = AddressRules(),
        authorities: String? = nil
    ) {
        (self.allowsPlainHTTP, self.ports) = (allowsPlainHTTP, ports)
        (self.addresses, self.authorities) = (addresses, authorities)
    }

    /// Reads where a webhook goes, in curl's own normal form: so what was checked is what is called.
    package func url(_ text: String) throws(WebhookURLProblem) -> WebhookURL {
        guard (1...2000).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let parts = CurlURL(text)
        else { throw .malformed }
        guard parts[.scheme] == "https" || (parts[.scheme] == "http" && allowsPlainHTTP) else { throw .scheme }
        guard parts[.user] == nil, parts[.password] == nil else { throw .userinfo }
        guard let port = parts.port, ports.contains(port) else { throw .port }
        guard let host = parts[.host], isReachable(host) else { throw .address }
        guard let url = parts.text else { throw .malformed }
        return WebhookURL(text: url)
    }

    /// Names are looked up when something is sent; what is an address already can be told now.
    private func isReachable(_ host: String) -> Bool {
        let name = host.hasSuffix(".") ? String(host.dropLast()) : host
        if name == "localhost" || name.hasSuffix(".localhost") {
            return ["127.0.0.1", "::1"].contains { NetworkAddress($0).map(addresses.permits) ?? false }
        }
        let bare = name.hasPrefix("[") ? String(name.dropFirst().dropLast()) : name
        if let address = NetworkAddress(bare) { return addresses.permits(address) }
        // What ends in a number is read as an address by some, however it is written.
        return name.split(separator: ".", omittingEmptySubsequences: false).last?.first?.isLetter ?? false
    }
}

/// An address that the rules took when the endpoint was added, in curl's normal form; a sender asks them again.
package struct WebhookURL: Hashable, Sendable {
    package let text: String
    package init(text: String) { self.text = text }
}

/// Why an address is not taken.
package enum WebhookURLProblem: String, Error, Sendable, CaseIterable {
    /// Not a URL of printable ASCII in at most 2,000 bytes.
    case malformed
    /// Not `https`, nor an `http` that is allowed.
    case scheme
    /// A user or password in it.
    case userinfo
    /// A port that webhooks do not go to here.
    case port
    /// An address that is not the public internet's.
    case address
}
