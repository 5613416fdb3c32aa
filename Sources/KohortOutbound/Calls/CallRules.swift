import KohortCore

/// Where this installation calls at the word of others: webhooks, and providers of sign-ins.
package struct CallRules: Hashable, Sendable {
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

    /// Reads an address, in curl's own normal form: so what was checked is what is called.
    package func url(_ text: String) throws(CallURLProblem) -> CallURL {
        guard (1...2000).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let parts = CurlURL(text)
        else { throw .malformed }
        guard parts[.scheme] == "https" || (parts[.scheme] == "http" && allowsPlainHTTP) else { throw .scheme }
        guard parts[.user] == nil, parts[.password] == nil else { throw .userinfo }
        guard let port = parts.port, ports.contains(port) else { throw .port }
        guard let host = parts[.host], isReachable(host) else { throw .address }
        guard let url = parts.text else { throw .malformed }
        return CallURL(text: url)
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

/// An address that the rules took, in curl's normal form; whoever calls it asks them again.
package struct CallURL: Hashable, Sendable {
    package let text: String
    package init(text: String) { self.text = text }
}

/// Why an address is not taken.
package enum CallURLProblem: String, Error, Sendable, CaseIterable {
    /// Not a URL of printable ASCII in at most 2,000 bytes.
    case malformed
    /// Not `https`, nor an `http` that is allowed.
    case scheme
    /// A user or password in it.
    case userinfo
    /// A port that nothing is called at here.
    case port
    /// An address that is not the public internet's.
    case address
}
