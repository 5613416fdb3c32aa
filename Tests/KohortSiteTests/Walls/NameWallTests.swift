import HTTPTypes
import KohortCore
import KohortTesting
import KohortWeb
import Tenancy
import Testing

@testable import KohortSite

/// A tenant is reached by its name as it is written, and by nothing that looks like it or leads to it.
@Suite struct `A consortium's name in an address` {
    private static let others = [
        "/Alfa", "/ALFA", "/%61lfa", "/alfa%00", "/alfa%0d%0a", "/alfa%20", "/alfa%2fstaff", "/alfa%2Fvacancies", "/..",
        "/../alfa", "/%2e%2e/alfa", "/beta/../alfa", "/beta/%2e%2e/alfa", "/./alfa", "/.alfa", "/alfa.", "/alfa;x",
        "/alfa\\staff", "/%D0%B0lfa", "/\u{0430}lfa", "/%EF%BD%81lfa", "/alfa%E2%80%8B", "/-alfa", "/alfa-",
        "/" + String(repeating: "a", count: 41), "/www", "/api", "/public", "/static", "/pg_catalog", "/nobody",
    ]

    @Test func `leads to it in one spelling, and in no other one`() async throws {
        let twins = try await WallTwins.shared.value
        let lead = try await twins.alfa.tenant.cookie("named@office.example", .lead, on: .consortium)
        for (credential, below) in [(Credential.none, ""), (Credential(cookie: lead), "/staff")] {
            let own = try await twins.site.send(.get("/alfa\(below)", as: credential))
            #expect(own.status == .ok && own.text.contains("Alfa"))
            for name in Self.others {
                let answer = try await twins.site.send(.get(name + below, as: credential))
                #expect(
                    [.notFound, .badRequest, .methodNotAllowed].contains(answer.status), "\(name): \(answer.status)")
                WallJudge.hold(answer, ["Alfa", "Beta"], name)
            }
        }
    }

    @Test func `leads to it in the API the same`() async throws {
        let twins = try await WallTwins.shared.value
        for name in Self.others {
            let sent = SentRequest.get("\(name)\(API.root)/rounds", as: Credential(token: twins.alfa.lead))
            let answer = try await twins.site.send(sent)
            #expect([.notFound, .badRequest].contains(answer.status), "\(name): \(answer.status)")
            WallJudge.hold(answer, ["Alfa", "Beta"], name)
        }
        let own = SentRequest.get("/alfa\(API.root)/rounds", as: Credential(token: twins.alfa.lead))
        #expect(try await twins.site.send(own).status == .ok)
    }
}
