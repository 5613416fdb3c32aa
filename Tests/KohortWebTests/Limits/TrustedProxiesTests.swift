import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb
import Testing

struct TrustedProxiesTests {
    private func client(_ peer: String?, _ forwarded: String..., trusting blocks: String...) -> String? {
        var headers = HTTPFields()
        for text in forwarded { headers.append(HTTPField(name: HTTPField.Name("X-Forwarded-For")!, value: text)) }
        let request = Request(
            head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/", headerFields: headers),
            body: RequestBody(buffer: .init()))
        let found = TrustedProxies(blocks.compactMap { AddressBlock($0) }).client(peer, request)
        return found?.bytes.map { String($0) }.joined(separator: ".")
    }

    @Test func `without configured proxies nobody's word is taken`() {
        #expect(client("192.0.2.1", "198.51.100.7") == "192.0.2.1")
    }

    @Test func `a proxy's word is taken, and only for what it added itself`() {
        #expect(client("10.0.0.1", "198.51.100.7", trusting: "10.0.0.0/8") == "198.51.100.7")
        #expect(client("10.0.0.1", "203.0.113.9, 198.51.100.7", trusting: "10.0.0.0/8") == "198.51.100.7")
        #expect(client("10.0.0.1", "203.0.113.9", "198.51.100.7,10.0.0.2", trusting: "10.0.0.0/8") == "198.51.100.7")
        #expect(client("192.0.2.1", "198.51.100.7", trusting: "10.0.0.0/8") == "192.0.2.1")
    }

    @Test(arguments: ["", "unknown", "198.51.100.7:80", "198.51.100", "_hidden"])
    func `what is no address leaves the proxy's own`(text: String) {
        #expect(client("10.0.0.1", text, trusting: "10.0.0.0/8") == "10.0.0.1")
    }

    @Test func `an IPv4 address is one however it is carried`() {
        #expect(client("::ffff:192.0.2.1") == "192.0.2.1")
        #expect(client("::ffff:10.0.0.1", "::ffff:198.51.100.7", trusting: "10.0.0.0/8") == "198.51.100.7")
        #expect(client(nil) == nil)
    }

    @Test func `an IPv6 network counts as one by its first 64 bits`() throws {
        let (one, other) = (try #require(NetworkAddress("2001:db8:1:2::5")), NetworkAddress("2001:db8:1:2:ffff::1"))
        #expect(one.network == other?.network)
        #expect(one.network != NetworkAddress("2001:db8:1:3::5")?.network)
        #expect(NetworkAddress("192.0.2.1")?.network != NetworkAddress("192.0.2.2")?.network)
    }
}
