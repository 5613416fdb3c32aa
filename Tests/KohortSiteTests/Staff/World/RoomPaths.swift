import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import KohortWeb
import Recruitment
import Tenancy

@testable import KohortSite

/// The addresses of every page of the two rooms, on things that are really there.
struct RoomPaths: Sendable {
    let story: RoundStory
    private let captures: [String: String]

    init(_ story: RoundStory) async throws {
        let world = story.world
        _ = try await world.send(
            .post, "/staff/matters", as: .lead, [("kind", "legal"), ("title", "Who signs?"), ("programme", "")])
        let (matter, message) = try await world.use { open in
            let matters = try await open.store.fetch(TestMatters(), by: .operator, at: world.now)
            let messages = try await open.store.fetch(OutboxList(), by: .operator, at: world.now)
            return (matters.first?.id.description ?? "", messages.first?.id.description ?? "")
        }
        let (webhook, delivery) = try await world.webhook("ornskoldsvik")
        self.story = story
        captures = [
            "tenant": world.tenant, "employer": "ornskoldsvik", "round": "first-call", "programme": "trainee",
            "candidacy": story.candidacies[0].description, "demand": story.demands.ornskoldsvik.description,
            "document": MessageID.new().description, "offer": OfferID.new().description,
            "nomination": NominationID.new().description, "matter": matter, "message": message, "secret": "none",
            "draft": InvoiceID.new().description, "webhook": webhook.description,
            "delivery": delivery.description,
        ]
    }

    /// The routes of staff and employers; who is signed in or out has no room.
    var routes: [Route] {
        (story.world.site.staffRoutes + story.world.site.employerRoutes).filter { !$0.pattern.contains("/sign-") }
    }

    func path(of route: Route) -> String {
        captures.reduce(route.pattern) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
}

private struct TestMatters: KohortStore.Query {
    static let permission = Permission.readRounds
    let scope = Scope.consortium

    func fetch(in read: borrowing Read) throws -> [Matter] { try read.all(Matter.self) }
}
