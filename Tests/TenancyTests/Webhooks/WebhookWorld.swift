import KohortCore
import KohortStore
import KohortTesting

@testable import Tenancy

/// A consortium with two organisations, whose addresses for webhooks all are taken but for `https://closed.example/`.
struct WebhookWorld: Sendable {
    let store: TestStore
    let vik: OrganisationID
    let nes: OrganisationID
    static let start = Instant.at("2026-09-01T10:00:00Z")
    static let url = "https://receiver.example/"

    static func make() async throws -> WebhookWorld {
        var ports = Ports()
        ports.answer(
            WebhookAddresses { text in
                guard text != "https://closed.example/" else { throw Rejection.invalid("url", "webhook.url.address") }
                return text
            })
        let store = try await TestStore.make(modules: [TenancySchema.module], ports: ports)
        _ = try await store.perform(ApplyDefinition(ConsortiumDefinition.read(yaml: SmallDefinition.yaml)))
        let organisations = try await store.fetch(CurrentConsortium()).organisations
        guard let vik = organisations.first(where: { $0.slug.text == "vik" }),
            let nes = organisations.first(where: { $0.slug.text == "nes" })
        else { throw Rejection.notFound }
        return WebhookWorld(store: store, vik: vik.id, nes: nes.id)
    }

    @discardableResult func add(
        _ organisation: OrganisationID? = nil, events: [String] = ["tenancy.role.*"], url: String = url
    ) async throws -> WebhookID {
        let command = AddWebhook(
            id: .new(at: Self.start), organisation: organisation, url: url, events: events,
            secret: SealedSecret("sealed"))
        return try await store.perform(command).webhook
    }

    /// An event whose audience is the organisation.
    func grantRole(at organisation: OrganisationID, _ name: String = "ase") async throws {
        let email = EmailAddress("\(name)-\(MessageID.new())@example.org")
        guard let email else { throw Rejection.notFound }
        _ = try await store.perform(
            InvitePerson(
                email: email, name: "Åse Bjørk", language: .nb,
                role: InvitePerson.GrantedRole(.coordinator, on: .organisation(organisation)),
                linkHash: "\(MessageID.new())"))
    }

    func take() async throws { while try await store.perform(TakeEvents()) > 0 {} }

    func lease(after seconds: Int = 0, limit: Int = 100, perWebhook: Int = 100) async throws -> [LeaseDeliveries.Leased]
    {
        try await store.perform(
            LeaseDeliveries(limit: limit, perWebhook: perWebhook, leaseSeconds: 60),
            at: Self.start.adding(.seconds(seconds)))
    }

    func record(
        _ leased: LeaseDeliveries.Leased, _ status: Int?, wish: Int? = nil, after seconds: Int = 0
    ) async throws {
        let now = Self.start.adding(.seconds(seconds))
        let attempt = DeliveryAttempt(
            delivery: leased.delivery, number: leased.attempt, at: now, status: status,
            failure: status == nil ? "timeout" : nil, milliseconds: 7, answer: "said")
        _ = try await store.perform(RecordAttempt(attempt, of: leased.tenant, wish: wish, jitter: 0), at: now)
    }

    /// What is due is leased, and every attempt of it ends so.
    @discardableResult func attempt(_ status: Int?, wish: Int? = nil, after seconds: Int = 0) async throws -> Int {
        let leased = try await lease(after: seconds)
        for one in leased { try await record(one, status, wish: wish, after: seconds) }
        return leased.count
    }

    func detail(_ webhook: WebhookID) async throws -> WebhookDetail.Answer {
        try await store.fetch(WebhookDetail(webhook: webhook))
    }

    func deliveries(_ webhook: WebhookID) async throws -> [WebhookDelivery] {
        try await detail(webhook).deliveries.map(\.delivery).sorted { $0.event < $1.event }
    }

    func journal() async throws -> [JournalEntry] { try await store.fetch(JournalFeed(after: 0, limit: 1000)) }
}
