import Foundation
import HTTPTypes
import KohortApp
import KohortCore
import KohortOutbound
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

/// What opens something, looked for in all that an installation leaves behind.
@Suite struct `No secret stands in clear` {
    /// By what it is, each as somebody holds it.
    private func secrets(_ world: PasswordWorld, beside folder: TestFolder) async throws -> [String: String] {
        let site = world.site
        let slug = try Slug(site.tenant)
        let fields = [("name", "Siv Lie"), ("email", "siv@office.example"), ("role", "committee")]
        _ = try await site.send(.post, "/staff/people", as: .lead, fields)
        let invitation = try #require(try await site.links(mailedTo: "siv@office.example").last)
        _ = try await site.ask(PasswordWorld.address)
        let token = MakeToken(tenant: slug, role: .integration, organisation: nil, name: "Other system", days: 30)
        let webhook = MakeWebhook(
            tenant: slug, url: "https://receiver.example/events", organisation: nil, events: [])
        let client = folder.path + "/client"
        try "CanaryClientSecret\n".write(toFile: client, atomically: true, encoding: .utf8)
        let provider = SetProvider(
            slug: try Slug("mock"), label: "Mock", issuer: "https://idp.example", clientID: "kohort",
            secret: "file:" + client, acr: [], kinds: [.trainee], keyedBy: .subject)
        _ = try await PutProvider(tenant: slug, provider: provider).answer(in: site.kohort)
        let session = try #require(try await world.signIn(world.code(1)).session)
        let browser = try #require(
            try await FormPass(try site.site.front(isReady: { true }), tenant: site.tenant, cookie: nil))
        return [
            "a password": PasswordWorld.password, "a recovery code": world.codes[0],
            "an authenticator's key": world.totp.words.replacing(" ", with: ""),
            "an operator's link": last(try await site.invite(.coordinator("umea")), "/"),
            "an invitation": last(invitation, "/"), "a session": last(session, "="),
            "an API token": try await token.answer(in: site.kohort).token,
            "a webhook's secret": try await webhook.answer(in: site.kohort).secret,
            "a provider's secret": "CanaryClientSecret", "a browser": last(browser.cookie, "="),
            "a form's token": browser.token,
        ]
    }

    private func last(_ text: String, _ separator: Character) -> String {
        text.split(separator: separator).last.map(String.init) ?? ""
    }

    /// As it is, without what such secrets begin with, and as others would write it.
    private func spellings(_ secret: String) -> [Data] {
        let bare = secret.replacing(/^(whsec_|kht_)/, with: "")
        let bytes = Data(bare.utf8)
        let text = bare.replacing("-", with: "+").replacing("_", with: "/")
        let plain = Data(base64Encoded: text) ?? Data(base64Encoded: text + "=") ?? bytes
        let hexadecimal = plain.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return [
            bytes, plain, bytes.base64EncodedData(), Data(hexadecimal.utf8), Data(bare.replacing("-", with: "").utf8),
        ]
    }

    /// Every file of the data folder but the installation's own secret.
    private func files(_ folder: String) throws -> [(String, Data)] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0 != "secret" }
        return try names.compactMap { name in
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder),
                !isFolder.boolValue, !name.hasSuffix(".sock")
            else { return nil }
            return (name, try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
        }
    }

    @Test func `in an archive, in the data folder and in the log, where what is no secret is found`() async throws {
        let (world, folder) = (try await PasswordWorld(), try TestFolder())
        let secrets = try await secrets(world, beside: folder)
        let archive = folder.path + "/archive"
        let export = ExportTenant(slug: try Slug(world.site.tenant), path: archive)
        #expect(try await export.answer(in: world.site.kohort).rows > 20)
        let left =
            [("the archive", try Data(contentsOf: URL(fileURLWithPath: archive)))]
            + (try files(world.site.kohort.settings.data)) + [("the log", Data(world.site.logs.text.utf8))]
        for found in [PasswordWorld.address, "siv@office.example", "Other system", "receiver.example"] {
            let places = left.filter { $0.1.range(of: Data(found.utf8)) != nil }.map(\.0)
            #expect(places.contains("the archive"), "\(found)")
            #expect(TestEngine.isShared || places.contains { $0.contains("tenant.sqlite") }, "\(found)")
        }
        #expect(world.site.logs.text.contains("request done"))
        let key = Data(world.totp.secret)
        for (place, content) in left {
            #expect(content.range(of: key) == nil && content.range(of: key.base64EncodedData()) == nil, "\(place)")
        }
        for (what, secret) in secrets {
            #expect(secret.utf8.count >= 18, "\(what)")
            for (place, content) in left {
                let isThere = spellings(secret).contains { content.range(of: $0) != nil }
                #expect(!isThere, "\(what) in \(place)")
            }
        }
    }
}
