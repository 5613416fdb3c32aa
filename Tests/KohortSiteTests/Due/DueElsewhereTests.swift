import Delivery
import HTTPTypes
import KohortCore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

@Suite struct `What is due in somebody's other roles` {
    private static let heading = "<h2>In your other roles</h2>"
    private static var part: Regex<Substring> { /<h2>In your other roles<\/h2>[\s\S]*?<\/section>/ }

    @Test func `stands on the page where they begin, one click from being done`() async throws {
        let world = try await TraineeWorld.make()
        let first = try #require(try await world.planned().first)
        let enebakk = try await world.site.organisation("enebakk")
        func page(_ path: String) async throws -> String {
            let cookie = try await world.cookie("Per Dal", .coordinator, on: .organisation(enebakk))
            return try await world.site.send(.get, path, as: .nobody, cookie: cookie).text
        }
        #expect(try await !page("/employer/enebakk").contains(Self.heading))
        _ = try await world.supervisor(of: first)
        let part = try #require(try await page("/employer/enebakk").firstMatch(of: Self.part)).output
        #expect(part.contains("<a href=\"/romerike/placements/\(first)\">Write the development plan</a>"))
        #expect(part.contains("My page · Kari Li") && part.contains("<span class=\"status "))
        let own = try await page("/me")
        #expect(own.contains("Write the development plan") && !own.contains(Self.heading))
    }

    @Test func `is an employer's too, for who begins at another or in the office`() async throws {
        let world = try await TraineeWorld.make()
        let contact = "lead@both.example"
        for (role, employer) in [(Role.coordinator, "skedsmo"), (.lead, nil)] as [(Role, String?)] {
            let link = try await world.site.invite(contact, role, at: employer)
            _ = try await world.site.send(.post, link, as: .nobody)
        }
        let link = try await world.site.invite(contact, .finance, at: "fet")
        let answer = try await world.site.send(.post, link, as: .nobody)
        let cookie = answer.headers[.setCookie].map { String($0.prefix { $0 != ";" }) }
        let office = try await world.site.send(.get, "/staff", as: .nobody, cookie: cookie).text
        let part = try #require(office.firstMatch(of: Self.part)).output
        #expect(part.contains("<a href=\"/romerike\(world.page)/people\">Name a mentor</a>"))
        #expect(part.contains("Skedsmo kommune · Kari Li") && !part.contains("Ola Moe"))
        let lead = try await world.site.send(.get, "/staff", as: .lead).text
        #expect(lead.contains("Skedsmo kommune") && !lead.contains(Self.heading))
    }

    @Test func `is an invoice of an employer's for whose contact the office is`() async throws {
        let site = try await RoundSite("ks")
        _ = try await site.issued()
        site.move(to: "2026-12-20T09:00:00Z")
        let cookie = try await site.holder(of: [(.lead, nil), (.finance, "ks")])
        let office = try await site.send(.get, "/staff", as: .nobody, cookie: cookie).text
        let part = try #require(office.firstMatch(of: Self.part)).output
        #expect(part.contains(">Look at invoice F1</a> <span class=\"quiet\">KS · "))
    }

    @Test func `keeps a page from saying that nothing waits`() async throws {
        let world = try await TraineeWorld.make()
        let first = try #require(try await world.planned().first)
        let fet = try await world.site.organisation("fet")
        func invoices() async throws -> String {
            let cookie = try await world.cookie("Per Dal", .finance, on: .organisation(fet))
            return try await world.site.send(.get, "/employer/fet/invoices", as: .nobody, cookie: cookie).text
        }
        #expect(try await invoices().contains("Nothing waits for you now."))
        _ = try await world.supervisor(of: first)
        let pressing = try await invoices()
        #expect(!pressing.contains("Nothing waits for you now.") && pressing.contains("Write the development plan"))
    }
}
