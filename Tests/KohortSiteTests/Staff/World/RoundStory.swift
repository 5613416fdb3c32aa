import Foundation
import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import Recruitment
import Tenancy

@testable import KohortSite

/// A round brought as far as a test needs it, by the commands that the pages perform.
struct RoundStory: Sendable {
    let world: RoundSite
    let round: RoundID
    /// Örnsköldsvik's two places and Umeå's one.
    let demands: (ornskoldsvik: DemandID, umea: DemandID)
    /// In the order of their numbers.
    let candidacies: [CandidacyID]

    static let first = RoundSite.Visitor.coordinator("ornskoldsvik")
    static let second = RoundSite.Visitor.coordinator("umea")

    /// Two employers' demand approved, the call out, `count` candidates who wish to come to both, and the pool
    /// released on 15 February 2027. The first candidate bears `name`.
    static func released(count: Int = 3, name: String = "Alva Berg") async throws -> RoundStory {
        let story = try await published(count: count, name: name)
        story.world.move(to: "2027-02-15T09:00:00Z")
        _ = try await story.world.perform(ReleasePool(round: story.round))
        return story
    }

    static func published(
        count: Int = 3, name: String = "Alva Berg", in site: RoundSite? = nil
    ) async throws -> RoundStory {
        let world = if let site { site } else { try await RoundSite() }
        let round = try await world.round()
        let demands = (
            ornskoldsvik: try await world.demand("ornskoldsvik", "Engineer for roads", asked: 2, in: round.id),
            umea: try await world.demand("umea", "Engineer for maps", asked: 1, in: round.id)
        )
        _ = try await world.perform(PublishCall(round: round.id, channels: [try Slug("press")]))
        var candidacies: [CandidacyID] = []
        for number in 0..<count {
            let wishes = [demands.ornskoldsvik, demands.umea]
            let name = number == 0 ? name : "Candidate \(number + 1)"
            candidacies.append(try await world.apply(name, number, wishes, in: round.id))
        }
        return RoundStory(world: world, round: round.id, demands: demands, candidacies: candidacies)
    }
}

extension RoundSite {
    func use<Answer>(_ body: (TenantStore) async throws -> Answer) async throws -> Answer {
        try await kohort.use(try Slug(tenant), body)
    }

    /// By a lead who has been invited for it; the store's own way in, as pages use it.
    func perform<C: Command>(_ command: C, as visitor: Visitor = .lead) async throws -> C.Outcome {
        guard let cookie = try await cookie(of: visitor), let secret = cookie.split(separator: "=").last else {
            throw Rejection.forbidden
        }
        return try await use { open in
            let query = CredentialsOfSignIn(secretHash: Secret(String(secret)).hash)
            let credentials = try await open.store.fetch(query, by: .anonymous, at: now)
            let actor = credentials?.identity(at: now)?.actor ?? .anonymous
            return try await open.store.perform(command, by: actor, at: now)
        }
    }

    func sweepFiles(at now: Instant) async throws {
        try await use { _ = try await FileSweep($0.store, $0.files).run(at: now) }
    }

    func round() async throws -> Round {
        let rounds = try await use { try await $0.store.fetch(RoundList(), by: .operator, at: now) }
        guard let round = rounds.first else { throw Rejection.notFound }
        return round
    }

    /// Stated through the employer's page and approved in full by the lead.
    func demand(_ employer: String, _ title: String, asked: Int, in round: RoundID) async throws -> DemandID {
        let fields = [
            ("title", title), ("field", "Roads and water"), ("competence", "Civil engineer"), ("place", employer),
            ("asked", String(asked)),
        ]
        _ = try await send(.post, "/employer/\(employer)/demands?round=first-call", as: .coordinator(employer), fields)
        let stated = try await demands(in: round).last { $0.terms.title == title }
        guard let stated else { throw Rejection.notFound }
        _ = try await perform(ApproveDemand(demand: stated.id, positions: asked))
        return stated.id
    }

    func demands(in round: RoundID) async throws -> [Demand] {
        try await use { open in
            try await open.store.fetch(StoredDemands(round: round), by: .operator, at: now)
        }
    }

    func apply(_ name: String, _ number: Int, _ wishes: [DemandID], in round: RoundID) async throws -> CandidacyID {
        try await use { open in
            let upload = try await open.files.begin()
            try await upload.append(Array("%PDF-1.4 the CV of number \(number + 1)".utf8))
            let cv = NewDocument(
                id: .new(at: now), kind: .cv, name: "cv.pdf", format: .pdf, file: try await upload.finish())
            var form = CandidacyForm(name: name, email: "person-\(number)@people.example", language: .sv)
            (form.phone, form.place, form.educationLevel) = ("+46 70 000 00 00", "Luleå", "master")
            (form.educationField, form.school) = (number % 2 == 0 ? "Roads" : "Maps", "Umeå universitet")
            (form.wishes, form.channel, form.motivation) = (wishes, "press", "I want to build.")
            let command = ApplyForPlaces(
                id: .new(at: now), round: round, form: form, documents: [cv], submits: true)
            return try await open.store.perform(command, by: .anonymous, at: now).candidacy
        }
    }
}

/// All demands of a round as they lie in the store, whoever asks.
private struct StoredDemands: KohortStore.Query {
    static let permission = Permission.readRounds
    let scope = Scope.consortium
    let round: RoundID

    func fetch(in read: borrowing Read) throws -> [Demand] {
        try read.all(Demand.self, "where round = \(round) order by stated_at, id")
    }
}
