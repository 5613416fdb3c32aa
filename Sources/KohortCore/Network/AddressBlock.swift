/// The addresses that share their first bits: `10.0.0.0/8`, `fc00::/7`; without a slash, one address.
package struct AddressBlock: Hashable, Sendable {
    package let start: NetworkAddress
    /// How many bits are shared.
    package let prefix: Int

    init(_ start: NetworkAddress, prefix: Int) { (self.start, self.prefix) = (start, prefix) }

    /// Nil unless the text is an address and a number of bits that it has.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let start = NetworkAddress(String(parts[0])) else { return nil }
        let width = start.bytes.count * 8
        guard let prefix = parts.count == 1 ? width : Int(parts[1]), (0...width).contains(prefix) else { return nil }
        self.init(start, prefix: prefix)
    }

    package func contains(_ address: NetworkAddress) -> Bool {
        guard address.bytes.count == start.bytes.count else { return false }
        return zip(address.bytes, start.bytes).enumerated().allSatisfy { index, pair in
            let shared = max(0, min(8, prefix - index * 8))
            let mask = UInt8(truncatingIfNeeded: 0xFF00 >> shared)
            return pair.0 & mask == pair.1 & mask
        }
    }
}
