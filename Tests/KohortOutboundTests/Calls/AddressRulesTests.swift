import KohortCore
import KohortOutbound
import Testing

struct AddressRulesTests {
    @Test(arguments: [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1",
        "127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1",
        "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.7", "224.0.0.1", "239.1.1.1",
        "240.0.0.1", "255.255.255.255", "::", "::1", "::7f00:1", "::ffff:10.0.0.1", "::ffff:127.0.0.1",
        "::ffff:169.254.169.254", "0:0:0:0:0:ffff:c0a8:0101", "64:ff9b::10.0.0.1", "64:ff9b::127.0.0.1",
        "64:ff9b:1::1", "100::1", "2001::1", "2001:10::1", "2001:db8::1", "2002:0a00:0001::1", "2002:7f00:0001::",
        "2002:c0a8:0101::5", "3fff::1", "5f00::1", "fc00::1", "fd12:3456::1", "fe80::1", "febf::1", "fec0::1",
        "ff02::1",
    ])
    func `what is not the public internet is refused`(text: String) throws {
        #expect(!AddressRules().permits(try #require(NetworkAddress(text))))
    }

    @Test(arguments: [
        "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.255.255.255", "128.0.0.1",
        "169.253.255.255", "169.255.0.1", "172.15.255.255", "172.32.0.1", "192.0.1.1", "192.167.255.255",
        "192.169.0.1", "198.17.255.255", "198.20.0.1", "223.255.255.255", "::ffff:1.1.1.1", "64:ff9b::8.8.8.8",
        "2001:200::1", "2001:db7::1", "2002:0808:0808::1", "2a00:1450::1", "2606:4700::1111", "3ffe::1",
    ])
    func `the public internet is permitted up to the borders of the rest`(text: String) throws {
        #expect(AddressRules().permits(try #require(NetworkAddress(text))))
    }

    @Test func `what the installation allows is reached however it is written, and its neighbour is not`() throws {
        let rules = AddressRules(allowing: [try #require(AddressBlock("10.1.2.0/23"))])
        for text in ["10.1.2.1", "10.1.3.255", "::ffff:10.1.2.1", "64:ff9b::10.1.2.1", "2002:0a01:0201::"] {
            #expect(rules.permits(try #require(NetworkAddress(text))), "\(text)")
        }
        for text in ["10.1.1.255", "10.1.4.0", "::ffff:10.1.4.0", "127.0.0.1"] {
            #expect(!rules.permits(try #require(NetworkAddress(text))), "\(text)")
        }
    }

    @Test func `a block is an address and a number of bits that it has`() throws {
        for text in ["10.0.0.0/8", "10.0.0.1", "fc00::/7", "0.0.0.0/0"] {
            #expect(AddressBlock(text) != nil, "\(text)")
        }
        for text in [
            "", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8", "10.0.0.0/", "fc00::/129", "localhost", "1.2.3.4/8/8",
        ] {
            #expect(AddressBlock(text) == nil, "\(text)")
        }
        let one = try #require(AddressBlock("10.0.0.1"))
        #expect(one.contains(try #require(NetworkAddress("10.0.0.1"))))
        #expect(!one.contains(try #require(NetworkAddress("10.0.0.2"))))
    }
}
