import Glibc

/// An IPv4 or IPv6 address: 4 or 16 bytes, the first one first.
package struct NetworkAddress: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) { self.bytes = bytes }

    /// Nil unless the text is an address as `inet_pton` reads it: four decimal numbers, or RFC 4291 §2.2.
    package init?(_ text: String) {
        var (four, sixteen) = (in_addr(), in6_addr())
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &sixteen) == 1 {
            bytes = withUnsafeBytes(of: &sixteen) { Array($0) }
        } else {
            return nil
        }
    }

    /// Nil for a family that is neither, and for a structure that is too short.
    package init?(_ socketAddress: UnsafeRawBufferPointer) {
        let family = MemoryLayout<sa_family_t>.size
        guard socketAddress.count >= family else { return nil }
        switch Int32(socketAddress.loadUnaligned(as: sa_family_t.self)) {
        case AF_INET where socketAddress.count >= MemoryLayout<sockaddr_in>.size:
            bytes = Array(socketAddress[4..<8])
        case AF_INET6 where socketAddress.count >= MemoryLayout<sockaddr_in6>.size:
            bytes = Array(socketAddress[8..<24])
        default: return nil
        }
    }

    /// The IPv4 address that an IPv6 one stands for: mapped (RFC 4291), NAT64 (RFC 6052) or 6to4 (RFC 3056).
    package var carried: NetworkAddress? {
        if Self.mapped.contains(self) || Self.translated.contains(self) {
            return NetworkAddress(bytes: Array(bytes[12...]))
        }
        return Self.sixToFour.contains(self) ? NetworkAddress(bytes: Array(bytes[2..<6])) : nil
    }

    private static let mapped = AddressBlock(
        NetworkAddress(bytes: Array(repeating: 0, count: 10) + [0xFF, 0xFF, 0, 0, 0, 0]), prefix: 96)
    private static let translated = AddressBlock(
        NetworkAddress(bytes: [0, 0x64, 0xFF, 0x9B] + Array(repeating: 0, count: 12)), prefix: 96)
    private static let sixToFour = AddressBlock(
        NetworkAddress(bytes: [0x20, 0x02] + Array(repeating: 0, count: 14)), prefix: 16)
}
