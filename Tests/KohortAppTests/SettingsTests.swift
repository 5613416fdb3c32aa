import Configuration
import KohortCore
import KohortPostgres
import KohortTesting
import Logging
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

    @Test func `no more tenants are held open than there are descriptors for, and on a server as many as are set`()
        throws
    {
        var (usual, few, own, shared) = (
            try settings([:]), try settings([:]), try settings(["openTenants": "3"]),
            try settings(["postgres.address": "host=db"])
        )
        usual.fit(descriptors: 8192)
        few.fit(descriptors: 1024)
        own.fit(descriptors: 1024)
        shared.fit(descriptors: 1024)
        #expect([usual, few, own, shared].map(\.openTenants) == [256, 46, 3, 256])
        few.fit(descriptors: 10)
        #expect(few.openTenants == 1)
        #expect(Descriptors.raise() >= 64)
    }

    @Test func `how long a statement may take is one setting for both engines`() throws {
        #expect(try settings([:]).statementSeconds == 60)
        let own = try settings(["statementSeconds": "7", "postgres.address": "host=db"])
        #expect(own.statementSeconds == 7 && own.postgres?.server.statementSeconds == 7)
        #expect(throws: SettingsProblem(key: "statementSeconds", found: "-1", allowed: "0 to 86400")) {
            try settings(["statementSeconds": "-1"])
        }
    }

    @Test(arguments: [
        ("port", "x"), ("logLevel", "loud"), ("metrics.port", "70000"), ("mail.port", "0"), ("mail.security", "ssl"),
    ])
    func `a setting that cannot be is named by its whole name`(_ key: String, _ value: String) throws {
        let mail: [AbsoluteConfigKey: ConfigValue] = ["mail.host": "relay", "mail.from": "post@kohort.example"]
        #expect(try settings(mail).mail != nil)
        let wrong = [AbsoluteConfigKey(stringLiteral: key): ConfigValue(stringLiteral: value)]
        #expect {
            try settings(mail.merging(wrong) { $1 })
        } throws: {
            ($0 as? SettingsProblem)?.key == key
        }
    }

    @Test func `the log is as loud as the settings say`() throws {
        #expect(try settings([:]).logLevel == .info)
        #expect(try settings(["logLevel": "warning"]).logLevel == .warning)
    }

    @Test func `figures name no tenant unless the settings say so`() throws {
        #expect(try settings(["metrics.port": "9464"]).metrics?.namesTenants == false)
        #expect(try settings(["metrics.port": "9464", "metrics.tenants": true]).metrics?.namesTenants == true)
    }

    @Test func `a quota is the tenant's own or everybody's`() throws {
        let (ks, other) = (try Slug("ks"), try Slug("romerike"))
        #expect(try settings([:]).files.quota(of: ks) == 20_000_000_000)
        let own = try settings(["files.quota": "10", "files.quotas": "ks=20"]).files
        #expect(own.quota(of: ks) == 20_000_000 && own.quota(of: other) == 10_000_000)
        #expect(own.isShort(999_999, of: other) && !own.isShort(1_000_000, of: other))
        for wrong in ["ks", "ks=", "KS=1", "ks=-1"] {
            #expect(throws: SettingsProblem.self, "\(wrong)") {
                try settings(["files.quotas": .init(stringLiteral: wrong)])
            }
        }
    }

    @Test func `PostgreSQL is asked for by its address, which is never printed`() throws {
        #expect(try settings([:]).postgres == nil)
        let own = try settings([
            "postgres.address": "postgres://kohort:s3cret@db/kohort", "postgres.password": "s3cret too",
            "postgres.sslmode": "verify-full", "postgres.connections": "40",
        ])
        let postgres = try #require(own.postgres)
        #expect(postgres.server.address == "postgres://kohort:s3cret@db/kohort")
        #expect(postgres.server.encryption == .verifyFull && postgres.connections == 40)
        var dumped = ""
        dump(own, to: &dumped)
        for text in ["\(own)", String(reflecting: own), dumped] { #expect(!text.contains("s3cret")) }
    }

    @Test(arguments: [
        ("sslmode", "yes"), ("connections", "3"), ("registry", "t_1"), ("registry", "Platform"), ("lockSeconds", "0"),
    ])
    func `a setting of PostgreSQL's that cannot be is named`(_ key: String, _ value: String) {
        #expect {
            try settings([
                "postgres.address": "host=db",
                AbsoluteConfigKey(stringLiteral: "postgres.\(key)"): ConfigValue(stringLiteral: value),
            ])
        } throws: {
            ($0 as? SettingsProblem)?.key == "postgres.\(key)"
        }
    }

    #if !PostgreSQL
        @Test func `a build without PostgreSQL says so when it is asked for`() async throws {
            let folder = try TestFolder()
            var settings = try self.settings(["postgres.address": "host=db"])
            settings.move(to: folder.path + "/data")
            let asked = settings
            await #expect { _ = try await Kohort.open(asked) } throws: { error in
                (error as? SettingsProblem)?.allowed.contains("--traits PostgreSQL") == true
            }
        }
    #endif
}
