import Configuration
import KohortCore
import KohortOutbound
import Testing

@testable import KohortApp

struct WebhookSettingsTests {
    private func rules(_ values: [AbsoluteConfigKey: ConfigValue]) throws -> CallRules {
        try CallRules(ConfigReader(provider: InMemoryProvider(values: values)))
    }

    @Test func `without settings webhooks go to public addresses by https alone`() throws {
        #expect(try rules([:]) == CallRules(allowsPlainHTTP: false, ports: [443, 8443]))
    }

    @Test func `lists are written with commas`() throws {
        let own = try rules(["ports": "443, 9443", "allowedAddresses": "10.1.0.0/16,fd00::/8", "plainHTTP": true])
        let blocks = ["10.1.0.0/16", "fd00::/8"].compactMap { AddressBlock($0) }
        #expect(
            own == CallRules(allowsPlainHTTP: true, ports: [443, 9443], addresses: AddressRules(allowing: blocks)))
    }

    @Test func `what is no port and no address stops the daemon and says what is allowed`() {
        #expect(
            throws: SettingsProblem(key: "webhooks.ports", found: "0", allowed: "numbers from 1 to 65535")
        ) { try rules(["ports": "443,0"]) }
        #expect(
            throws: SettingsProblem(
                key: "webhooks.allowedAddresses", found: "localhost", allowed: "addresses such as 10.1.2.0/24")
        ) { try rules(["allowedAddresses": "localhost"]) }
    }
}
