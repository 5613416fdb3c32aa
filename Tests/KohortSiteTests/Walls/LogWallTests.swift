import HTTPTypes
import KohortCore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

/// What the log tells of who came in, who did not, and what was done: ids and codes, and nothing of what people wrote.
struct LogWallTests {
    private func lines(_ site: WallSite, _ route: String) -> [String] {
        site.logs.text.split(separator: "\n").map(String.init).filter { $0.contains("\"\(route)\"") }
    }

    @Test func `signing in, refusals, what the office does and exports each leave a line`() async throws {
        let site = try await WallSite(at: "2027-01-11T10:00:00Z")
        let tenant = try await WallTenant("alfa", in: site)
        let cookie = try await tenant.cookie("\(tenant.secret)@office.example", .lead, on: .consortium)
        let token = try await tenant.token(.lead)
        try await tenant.made("/matters", #"{"kind":"legal","title":"\#(tenant.secret)"}"#, by: token)
        for credential in [Credential(cookie: cookie), .none] {
            _ = try await site.send(.get("/alfa/report/results.csv", as: credential))
        }
        _ = try await site.send(.get("/alfa/api/v1/rounds", as: Credential(token: "kht_\(tenant.secret)")))

        let signedIn = try #require(lines(site, "/{tenant}/sign-in/{secret}").last)
        #expect(signedIn.contains("request done") && signedIn.contains("303") && signedIn.contains("alfa"))
        let raised = try #require(lines(site, "/{tenant}/api/v1/matters").last)
        #expect(raised.contains("request done") && raised.contains("token 0"))
        let exports = lines(site, "/{tenant}/report/results.csv")
        #expect(exports.count == 2)
        #expect(exports[0].contains("request done") && exports[0].contains("person 0"))
        #expect(exports[1].contains("request refused") && exports[1].contains("anonymous"))
        #expect(try #require(lines(site, "/{tenant}/api/v1/rounds").last).contains("unauthorised"))
        #expect(site.logs.text.contains("request_id"))
    }

    @Test func `no line holds a name, an address, a link or a token`() async throws {
        let site = try await WallSite(at: "2027-01-11T10:00:00Z")
        let tenant = try await WallTenant("alfa", in: site)
        let link = "/alfa/sign-in/\(tenant.secret)"
        let headers: HTTPFields = [.origin: WallSite.origin, .contentType: "application/x-www-form-urlencoded"]
        for path in [link, "/alfa/interest", "/alfa/staff/\(tenant.secret)", "/\(tenant.secret)/x"] {
            let fields = "name=\(tenant.secret)&contact_email=\(tenant.secret)@people.example"
            _ = try await site.send(SentRequest(method: .post, path: path, headers: headers, body: fields))
        }
        let token = try await tenant.token(.lead)
        _ = try await site.send(.get("/alfa/api/v1/rounds", as: Credential(token: token + tenant.secret)))
        _ = try await site.send(.get("/alfa/api/v1/rounds", as: Credential(token: token)))
        #expect(site.logs.text.contains("request refused"))
        #expect(!site.logs.text.contains(tenant.secret))
        #expect(!site.logs.text.contains(token))
    }
}
