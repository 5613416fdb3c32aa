import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import KohortWeb
import Tenancy
import Testing

@testable import KohortSite

/// Before the operator invites somebody there is nobody: no account, no password that comes with the program, and no
/// page that makes either.
@Suite struct `An installation that nobody has been let into` {
    private static let day = "2027-01-11T10:00:00Z"
    private static let passwords = ["", "admin", "password", "changeme", "kohort", "kohort-kohort", "123456789012"]
    private static let names = ["admin", "root", "kohort", "operator", "lead", "test"]
    private static let tokens = ["kht_", "kht_admin", "kht_" + String(repeating: "A", count: 43), "kht_kohort"]

    /// An address of that pattern.
    private static func path(_ route: Route) -> String {
        let id = CandidacyID.new().description
        return route.pattern.split(separator: "/").reduce("") { path, step in
            switch step {
            case "{tenant}": path + "/alfa"
            case "{employer}": path + "/north"
            case "{provider}", "{round}", "{cohort}", "{programme}", "{goal}", "{item}": path + "/some"
            case _ where step.hasPrefix("{"): path + "/\(id)"
            default: path + "/\(step)"
            }
        }
    }

    /// Asks by every line of the table, with what somebody would try, and answers what let somebody in.
    private static func opening(_ site: WallSite) async throws -> (tried: Int, opened: [String]) {
        var (tried, opened): (Int, [String]) = (0, [])
        for route in site.front.table.routes where route.pattern.hasPrefix("/{tenant}") {
            let key = WallWalk.key(route)
            var answers = [try await site.send(SentRequest(method: route.method, path: path(route)))]
            if route.audience == .page, route.method == .post {
                for name in names {
                    let fields = [
                        "email": "\(name)@alfa.example", "name": name, "password": passwords[1], "code": "000000",
                    ]
                    answers.append(try await site.press(path(route), fields.map { ($0.key, $0.value) }))
                }
            }
            for token in tokens where route.audience == .api {
                let sent = SentRequest(method: route.method, path: path(route)).by(Credential(token: token))
                let answer = try await site.send(sent)
                if !WallJudge.isRefusal(answer) { opened.append("\(key) by \(token)") }
            }
            // Who signs out is given an empty one.
            if answers.contains(where: { $0.session?.hasSuffix("=") == false }) { opened.append("\(key): a session") }
            if !OpenRoutes.all.contains(key), answers.contains(where: { $0.status.kind == .successful }) {
                opened.append("\(key): a page")
            }
            tried += answers.count
        }
        return (tried, opened)
    }

    @Test func `has no consortium either, and answers everything as not there`() async throws {
        let site = try await WallSite(at: Self.day)
        #expect(try await ListTenants().answer(in: site.kohort).isEmpty)
        for route in site.front.table.routes where route.pattern.hasPrefix("/{tenant}") {
            let path = Self.path(route)
            let answer =
                route.method == .get ? try await site.send(.get(path, as: .none)) : try await site.press(path)
            #expect(answer.status == .notFound && answer.session == nil, "\(WallWalk.key(route))")
        }
        _ = try await WallTenant("alfa", in: site, isSmall: true)
        #expect(try await site.send(.get("/alfa", as: .none)).status == .ok)
    }

    @Test func `has no account and no default password, until the operator's first link lets somebody in`() async throws
    {
        let site = try await WallSite(at: Self.day)
        let tenant = try await WallTenant("alfa", in: site, isSmall: true)
        func accounts() async throws -> [Int] {
            try await tenant.use { try await $0.store.fetch(Accounts(), by: .operator, at: site.now) }
        }
        #expect(try await accounts() == [0, 0, 0, 0, 0])
        let (tried, opened) = try await Self.opening(site)
        #expect(tried > 500 && opened == [], "\(opened)")
        for name in Self.names {
            for password in Self.passwords {
                for address in [name, "\(name)@alfa.example", "\(name)@kohort.example", "\(name)@localhost"] {
                    let answer = try await site.press(
                        "/alfa/sign-in/password", [("email", address), ("password", password)])
                    // After a few tries at one account everybody waits.
                    let isRefused = [.unprocessableContent, .tooManyRequests].contains(answer.status)
                    #expect(isRefused && answer.session == nil, "\(address) \(password)")
                }
            }
        }
        #expect(try await tenant.letters().isEmpty)
        #expect(try await accounts() == [0, 0, 0, 0, 0])

        let call = MakeInvitation(
            tenant: try Slug("alfa"), email: try #require(EmailAddress("lead@alfa.example")), name: "Liv Lead",
            role: .lead, organisation: nil, language: .en)
        let link = String(try await call.answer(in: site.kohort).link.dropFirst(WallSite.origin.count))
        #expect(try await site.send(.get("/alfa/staff", as: .none)).status == .unauthorized)
        let cookie = try await tenant.opened(link)
        #expect(try await site.send(.get("/alfa/staff", as: Credential(cookie: cookie))).status == .ok)
        #expect(try await accounts() == [1, 1, 0, 0, 1])
    }

    /// People, roles, passwords, tokens and sign-ins.
    private struct Accounts: KohortStore.Query {
        static let permission = Permission.readOutbox
        let scope = Scope.consortium

        func fetch(in read: borrowing Read) throws -> [Int] {
            [
                try read.count("select count(*) from person"), try read.count("select count(*) from role_grant"),
                try read.count("select count(*) from password"), try read.count("select count(*) from api_token"),
                try read.count("select count(*) from sign_in"),
            ]
        }
    }
}
