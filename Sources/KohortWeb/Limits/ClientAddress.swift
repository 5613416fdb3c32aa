import HTTPTypes
import Hummingbird
import KohortCore

/// Whom a request comes from, as far as that can be trusted.
package struct TrustedProxies: Hashable, Sendable {
    private let blocks: [AddressBlock]

    package init(_ blocks: [AddressBlock]) { self.blocks = blocks }

    /// The nearest address that is not one of our proxies'. What a sender writes into `X-Forwarded-For` itself stands to
    /// the left of what our proxy adds, and is read by nobody. Nil where there is no address, as on a local socket.
    package func client(_ peer: String?, _ request: Request) -> NetworkAddress? {
        guard var client = peer.flatMap({ NetworkAddress($0) })?.plain else { return nil }
        var passed = request.headers[values: Self.forwardedFor].flatMap { $0.split(separator: ",") }
        while isProxy(client), let last = passed.popLast() {
            guard let address = NetworkAddress(String(last.trimming(while: { $0 == " " }))) else { break }
            client = address.plain
        }
        return client
    }

    private func isProxy(_ address: NetworkAddress) -> Bool { blocks.contains { $0.contains(address) } }

    private static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
}

extension NetworkAddress {
    /// The IPv4 address where this one only carries it.
    fileprivate var plain: NetworkAddress { carried ?? self }

    /// What one household or office has for itself: an IPv4 address, or the first 64 bits of an IPv6 one.
    package var network: NetworkAddress {
        bytes.count == 4 ? self : NetworkAddress(bytes: bytes.prefix(8) + Array(repeating: 0, count: 8))
    }
}
