import KohortCore
import KohortOutbound
import Testing

struct CallRulesTests {
    @Test(arguments: [
        "https://127.0.0.1/", "https://127.1/", "https://0x7f.1/", "https://0x7f000001/", "https://2130706433/",
        "https://0177.0.0.1/", "https://017700000001/", "https://0/", "https://127.0.0.1./", "https://[::1]/",
        "https://[::]/", "https://[::ffff:127.0.0.1]/", "https://[::ffff:10.0.0.1]/", "https://[::ffff:7f00:1]/",
        "https://[64:ff9b::a00:1]/", "https://[2002:a00:1::]/", "https://[fc00::1]/", "https://[fe80::1]/",
        "https://[fe80::1%25eth0]/", "https://localhost/", "https://LOCALHOST/", "https://localhost./",
        "https://a.localhost/", "https://169.254.169.254/latest/meta-data/", "https://0xa9fea9fe/",
        "https://100.64.0.1/", "https://10.0.0.1/", "https://192.168.1.1/", "https://172.16.0.1/",
        "https://%31%32%37.0.0.1/", "https://10.1/", "https://012.0.0.1/", "https://256/", "https://0x7f.1./",
        "https://0x7f000001./", "https://999.1.1.1/", "https://1.2.3.4.5/", "https://receiver.127/",
    ])
    func `every spelling of an address that is not public is refused`(text: String) {
        #expect(throws: CallURLProblem.address) { try CallRules().url(text) }
    }

    @Test(arguments: [
        ("https://1.1.1.1/", "https://1.1.1.1/"), ("https://16843009/", "https://1.1.1.1/"),
        ("https://0x1.1/", "https://1.0.0.1/"), ("https://[2606:4700::1111]/", "https://[2606:4700::1111]/"),
        ("https://[::ffff:1.1.1.1]/", "https://[::ffff:1.1.1.1]/"),
        ("https://receiver.example/hooks?a=b", "https://receiver.example/hooks?a=b"),
        ("https://receiver.example:8443", "https://receiver.example:8443/"),
        ("https://receiver.example/a/../b#part", "https://receiver.example/b"),
        ("https://localhost.example/", "https://localhost.example/"),
    ])
    func `a public address is taken in curl's normal form`(text: String, normal: String) throws {
        #expect(try CallRules().url(text).text == normal)
    }

    @Test(arguments: [
        ("", CallURLProblem.malformed), ("receiver", .malformed), ("https://", .malformed),
        ("https://receiver.example/\r\nX: y", .malformed), ("https://receiver.example/\0", .malformed),
        ("https://receiver.example/ å", .malformed), ("https://åse.example/", .malformed),
        ("https://receiver.example/" + String(repeating: "x", count: 2000), .malformed),
        ("http://receiver.example/", .scheme), ("ftp://receiver.example/", .scheme),
        ("file:///etc/passwd", .scheme), ("gopher://receiver.example/", .scheme),
        ("https://user@receiver.example/", .userinfo), ("https://user:word@receiver.example/", .userinfo),
        ("https://receiver.example:22/", .port), ("https://receiver.example:80/", .port),
    ])
    func `what is no address for webhooks is refused, and says why`(text: String, problem: CallURLProblem) {
        #expect(throws: problem) { try CallRules().url(text) }
    }

    @Test func `a setting opens plain http, another port and an own network`() throws {
        let own = CallRules(
            allowsPlainHTTP: true, ports: [8080],
            addresses: AddressRules(allowing: ["127.0.0.0/8", "10.2.0.0/16"].compactMap { AddressBlock($0) }))
        for text in ["http://10.2.3.4:8080/", "http://localhost:8080/", "http://127.1:8080/"] {
            #expect(throws: Never.self) { try own.url(text) }
            #expect(throws: CallURLProblem.self) { try CallRules().url(text) }
        }
        #expect(throws: CallURLProblem.address) { try own.url("http://10.3.0.1:8080/") }
        #expect(throws: CallURLProblem.port) { try own.url("https://receiver.example/") }
    }
}
