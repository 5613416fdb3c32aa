import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Tenancy

struct AddWebhookTests {
    @Test func `an endpoint is added once, and its secret lies sealed`() async throws {
        let world = try await WebhookWorld.make()
        let id = try await world.add(world.vik, events: ["tenancy.role.granted", "recruitment.*"])
        let webhook = try #require(try await world.store.fetch(WebhookList()).first?.webhook)
        #expect(webhook.id == id && webhook.organisation == world.vik && webhook.url == WebhookWorld.url)
        #expect(webhook.patterns.texts == ["tenancy.role.granted", "recruitment.*"])
        #expect(webhook.secret == SealedSecret("sealed") && webhook.state == .active && webhook.reason == nil)
        let added = try #require(try await world.journal().last)
        #expect(added.name == "tenancy.webhook.added" && added.organisation == world.vik)
        #expect(!added.payload.contains("sealed") && !added.payload.contains("receiver"))
    }

    @Test(arguments: [
        (["Recruitment"], "webhook.events.invalid"), (["a..b"], "webhook.events.invalid"),
        (["*.made"], "webhook.events.invalid"), (["a.b*"], "webhook.events.invalid"),
        (["a b"], "webhook.events.invalid"), ([String(repeating: "a", count: 101)], "webhook.events.invalid"),
        (Array(repeating: "a", count: 21), "webhook.events.too_many"),
    ])
    func `events that are none are refused`(events: [String], code: String) async throws {
        let world = try await WebhookWorld.make()
        let error = await #expect(throws: Rejection.self) { try await world.add(events: events) }
        guard case .invalid(let problems)? = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(problems.map(\.code) == [code] && problems.map(\.field) == ["events"])
        #expect(try await world.store.fetch(WebhookList()).isEmpty)
        try await world.add(events: ["a.b_2", "*", "a.*"])
    }

    @Test func `an address that the installation does not take is refused with everything else that is wrong`()
        async throws
    {
        let world = try await WebhookWorld.make()
        await #expect(
            throws: Rejection.invalid([
                FieldProblem("events", "webhook.events.invalid"), FieldProblem("url", "webhook.url.address"),
            ])
        ) { try await world.add(events: ["A"], url: "https://closed.example/") }
        try await world.add()
    }

    @Test func `an organisation that is not there is not found`() async throws {
        let world = try await WebhookWorld.make()
        await #expect(throws: Rejection.notFound) { try await world.add(.new()) }
        try await world.add(world.nes)
    }

    @Test func `each owner has at most twenty`() async throws {
        let world = try await WebhookWorld.make()
        for _ in 0..<20 { try await world.add(world.vik) }
        await #expect(throws: Rejection.conflict("webhook.too_many")) { try await world.add(world.vik) }
        try await world.add(world.nes)
        try await world.add()
    }

    @Test(arguments: [
        ("*", "recruitment.offer.made", true), ("recruitment.*", "recruitment.offer.made", true),
        ("recruitment.offer.*", "recruitment.offer.made", true),
        ("recruitment.offer.made", "recruitment.offer.made", true),
        ("recruitment.offer", "recruitment.offer.made", false), ("recruitment.off.*", "recruitment.offer.made", false),
        ("recruitment.offer.*", "recruitment.offers", false), ("tenancy.*", "recruitment.offer.made", false),
    ])
    func `a pattern is a whole name or the words that it begins with`(pattern: String, name: String, matches: Bool) {
        var problems: [FieldProblem] = []
        #expect(EventPatterns([pattern], problems: &problems).match(name) == matches)
        #expect(problems.isEmpty)
    }

    @Test func `no pattern is every event`() {
        var problems: [FieldProblem] = []
        #expect(EventPatterns(["", ""], problems: &problems).texts == ["*"])
    }
}
