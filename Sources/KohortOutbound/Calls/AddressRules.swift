import KohortCore

/// Which addresses a webhook may be sent to: those of the public internet, and what the installation allows beside
/// them. Asked of the address that a name has resolved to, so that no spelling and no name leads round it.
package struct AddressRules: Hashable, Sendable {
    /// Reached although they are not public: for services in the installation's own network.
    let allowed: [AddressBlock]

    package init(allowing allowed: [AddressBlock] = []) { self.allowed = allowed }

    package func permits(_ address: NetworkAddress) -> Bool {
        let plain = address.carried ?? address
        if allowed.contains(where: { $0.contains(plain) }) { return true }
        if plain.bytes.count == 4 { return !Self.special.contains { $0.contains(plain) } }
        return Self.global.contains { $0.contains(plain) } && !Self.specialInGlobal.contains { $0.contains(plain) }
    }

    /// IPv4 that is not the public internet (the IANA special-purpose registry, RFC 6890), multicast and the rest.
    private static let special = blocks([
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4",
    ])

    /// IPv6 is closed but for global unicast (RFC 4291 §2.4) ...
    private static let global = blocks(["2000::/3"])
    /// ... without what has a special purpose there, Teredo and documentation among it.
    private static let specialInGlobal = blocks(["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"])

    private static func blocks(_ texts: [String]) -> [AddressBlock] { texts.compactMap { AddressBlock($0) } }
}
