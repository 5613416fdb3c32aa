import Glibc
import KohortCore
import Testing

struct NetworkAddressTests {
    @Test func `is read from the address that a socket is opened for`() throws {
        var four = sockaddr_in()
        four.sin_family = sa_family_t(AF_INET)
        inet_pton(AF_INET, "192.168.1.2", &four.sin_addr)
        #expect(withUnsafeBytes(of: &four) { NetworkAddress($0) } == NetworkAddress("192.168.1.2"))
        var six = sockaddr_in6()
        six.sin6_family = sa_family_t(AF_INET6)
        inet_pton(AF_INET6, "fe80::1", &six.sin6_addr)
        #expect(withUnsafeBytes(of: &six) { NetworkAddress($0) } == NetworkAddress("fe80::1"))
    }

    @Test func `of another family or too short it is none`() {
        var unix = sockaddr_un()
        unix.sun_family = sa_family_t(AF_UNIX)
        #expect(withUnsafeBytes(of: &unix) { NetworkAddress($0) } == nil)
        var six = sockaddr_in6()
        six.sin6_family = sa_family_t(AF_INET6)
        #expect(withUnsafeBytes(of: &six) { NetworkAddress(UnsafeRawBufferPointer(rebasing: $0[..<16])) } == nil)
    }
}
