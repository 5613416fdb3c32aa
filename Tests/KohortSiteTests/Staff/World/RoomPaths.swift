import Delivery
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
        let gathering = try await Self.gathering(world)
        let placement = try await Self.placement(world)
        let (webhook, delivery) = try await world.webhook("ornskoldsvik")
        self.story = story
        captures = [
            "tenant": world.tenant, "employer": "ornskoldsvik", "round": "first-call", "programme": "trainee",
            "candidacy": story.candidacies[0].description, "demand": story.demands.ornskoldsvik.description,
            "document": MessageID.new().description, "offer": OfferID.new().description,
            "nomination": NominationID.new().description, "matter": matter, "message": message, "secret": "none",
            "cohort": "first", "gathering": gathering, "placement": placement, "charge": ChargeID.new().description,
            "person": PersonID.new().description,
            "draft": InvoiceID.new().description, "webhook": webhook.description, "delivery": delivery.description,
        ]
    }

    /// The id of one that is planned for it.
    private static func gathering(_ world: RoundSite) async throws -> String {
        let fields = [
            ("kind", "gathering"), ("title", "Start"), ("first_day", "2027-09-06"), ("last_day", "2027-09-07"),
        ]
        let path = "/staff/cohorts/first/gatherings"
        _ = try await world.send(.post, path, as: .lead, fields)
        let list = try await world.send(.get, path, as: .lead).text
        return list.firstMatch(of: /gatherings\/([0-9a-f-]{36})/).map { String($0.output.1) } ?? ""
    }

    /// The first of a trainee's who is entered and planned for it.
    private static func placement(_ world: RoundSite) async throws -> String {
        let trainee = TraineeID.new(at: world.now)
        let cohort = try await world.use { try await $0.store.fetch(CohortList(), by: .operator, at: world.now) }
        guard let cohort = cohort.first?.id, let email = EmailAddress("ylva@people.example") else {
            throw Rejection.notFound
        }
        let (home, away) = (try await world.organisation("ornskoldsvik"), try await world.organisation("vannas"))
        let contact = Contact(name: "Ylva Ek", email: email, language: .sv)
        _ = try await world.perform(
            EnterTrainee(
                trainee: trainee, cohort: cohort, employer: home, contact: contact, field: "Roads",
                contract: .permanent))
        let first = PlacementItem(
            id: .new(at: world.now), part: .numbered(1), host: home, startsOn: .day("2027-09-01"),
            endsBefore: .day("2028-06-01"))
        let second = PlacementItem(
            id: .new(at: world.now), part: .numbered(2), host: away, startsOn: .day("2028-06-01"),
            endsBefore: .day("2028-09-01"))
        _ = try await world.perform(PlanPlacements(trainee: trainee, items: [first, second]))
        return first.id.description
    }

    /// The routes of staff and employers; who is signed in or out has no room.
    var routes: [Route] {
        (story.world.site.staffRoutes + story.world.site.employerRoutes).filter { !$0.pattern.contains("/sign-") }
    }

    /// The pages of what a round has none of: documents and charges.
    static func isUnseeded(_ route: Route) -> Bool {
        route.pattern.hasSuffix("{document}") || route.pattern.hasSuffix("{charge}")
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
