import Configuration
import KohortCore
import Testing

@testable import KohortApp

struct SettingsTests {
    private func settings(_ values: [AbsoluteConfigKey: ConfigValue]) throws -> Settings {
        try Settings(ConfigReader(provider: InMemoryProvider(values: values)))
    }

    @Test func `no proxy is believed and limits are as written unless the settings say otherwise`() throws {
        let usual = try settings([:])
        #expect(usual.proxies.isEmpty && usual.limitFactor == 1)
        let own = try settings(["proxies": "10.1.2.3, fd00::/8", "limitFactor": "50"])
        #expect(own.proxies == ["10.1.2.3", "fd00::/8"].compactMap { AddressBlock($0) })
        #expect(own.limitFactor == 50)
    }

    @Test func `a proxy that is no address stops the daemon and says what is allowed`() {
        #expect(throws: SettingsProblem(key: "proxies", found: "front", allowed: "addresses such as 10.1.2.0/24")) {
            try settings(["proxies": "front"])
        }
    }
}
