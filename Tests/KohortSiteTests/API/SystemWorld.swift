import HTTPTypes
import KohortCore
import KohortTesting
import KohortWeb

@testable import KohortSite

/// A round whose pool is released, with two systems that have to do with it, and what every endpoint can be asked.
struct SystemWorld: Sendable {
    let story: RoundStory
    let client: SystemClient
    let lead: String
    /// Örnsköldsvik's.
    let coordinator: String
    let delivery: DeliverySystem
    private let captures: [String: String]

    static func released() async throws -> SystemWorld { try await SystemWorld(try await RoundStory.released()) }

    init(_ story: RoundStory) async throws {
        (self.story, client) = (story, try SystemClient(story.world))
        (lead, coordinator) = (try await client.token(.lead), try await client.token(.coordinator, of: "ornskoldsvik"))
        let system = try await DeliverySystem(client, lead: lead)
        self.delivery = system
        let unused = DemandID.new().description
        let (webhook, delivery) = try await story.world.webhook("ornskoldsvik")
        let round = [
            "round": "first-call", "employer": "ornskoldsvik", "candidacy": story.candidacies[0].description,
            "demand": story.demands.ornskoldsvik.description, "vacancy": story.demands.umea.description,
            "offer": unused, "nomination": unused, "matter": unused, "charge": unused, "draft": unused,
            "invoice": unused,
            "webhook": webhook.description, "delivery": delivery.description,
        ]
        captures = round.merging(system.captures) { $1 }
    }

    /// Its address on things that are there, as far as there are any; `lost` is a capture that leads nowhere.
    func path(of endpoint: Endpoint, losing lost: String? = nil) -> String {
        let path = endpoint.captures.reduce(endpoint.path) { path, name in
            let nowhere = ["round", "employer"].contains(name) ? "nowhere" : DemandID.new().description
            return path.replacing("{\(name)}", with: name == lost ? nowhere : captures[name] ?? "")
        }
        return path + (endpoint.operation.query.contains { $0.isRequired } ? "?round=first-call" : "")
    }

    /// The token of who has the right to it.
    func token(for endpoint: Endpoint) -> String {
        if let token = delivery.tokens[endpoint.operation.id] { return token }
        if DeliverySystem.employers.contains(endpoint.operation.id) { return coordinator }
        if endpoint.operation.id == "registerPayer" { return lead }
        return endpoint.path.hasPrefix("/employers") ? coordinator : lead
    }

    func send(
        _ endpoint: Endpoint, _ path: String? = nil, token: String?, key: String? = nil, body: String? = nil
    ) async throws -> TestResponse {
        let path = path ?? self.path(of: endpoint)
        if endpoint.method == .get { return try await client.get(path, token: token) }
        return try await client.post(path, body ?? self.body(for: endpoint), token: token, key: key)
    }

    /// A body of the right shape; nil where there is none.
    func body(for endpoint: Endpoint) -> String? {
        bodies[endpoint.operation.id] ?? delivery.bodies[endpoint.operation.id]
    }

    /// What this consortium can answer: it awards no document that could be verified.
    static let answered = API.endpoints.filter { $0.operation.id != "verifyDocument" }

    private static let address =
        #""name":"Trainees","street":"Storgata 1","postcode":"0155","city":"Oslo","country":"NO""#

    private var bodies: [String: String] {
        let terms = #""title":"Planner","field":"Maps","competence":"A degree","place":"Umeå","asked":1"#
        return [
            "publishCall": #"{"channels":["press"]}"#, "moveDeadlines": #"{"apply_by":"2027-02-14"}"#,
            "approveDemand": #"{"positions":1}"#, "stateDemandLate": "{\(terms),\"organisation\":\"norsjo\"}",
            "stateDemand": "{\(terms),\"round\":\"first-call\"}", "changeDemand": "{\(terms)}",
            "startCandidacy": #"{"name":"Ebba Ek","email":"ebba@people.example"}"#,
            "assessCandidacy": #"{"verdict":"qualified"}"#,
            "arrangeRanking": #"{"candidacies":["\#(story.candidacies[0])"]}"#, "certifyRanking": "{}",
            "makeOffer":
                #"{"demand":"\#(story.demands.ornskoldsvik)","candidacy":"\#(story.candidacies[0])"}"#,
            "nominateHire": #"""
            {"round":"first-call","name":"Nils Ny","email":"nils@people.example","field":"Energy",\#
            "hired_on":"2027-01-10"}
            """#,
            "registerInterest": #"""
            {"programme":"trainee","municipality":"Luleå","contact_name":"Lo","contact_email":"lo@lulea.example"}
            """#,
            "raiseMatter": #"{"kind":"legal","title":"Who signs?"}"#, "settleMatter": #"{"settlement":"The chair"}"#,
            "divideCharge": #"{"shares":[{"payer":"umea","weight":1}]}"#,
            "prorateCharge": #"{"starts_on":"2027-09-01","ends_before":"2028-03-01"}"#,
            "commitFees": #"{"cohort":"\#(DemandID.new())","charges":["\#(DemandID.new())"],"name":"Kari"}"#,
            "draftInvoice": #"{"payer":"umea","cohort":"\#(DemandID.new())"}"#, "creditInvoice": "{}",
            "registerSeller": "{\(Self.address)}", "registerPayer": "{\(Self.address)}",
            "addWebhook": #"{"url":"https://receiver.example/"}"#, "rotateWebhookSecret": "{}",
            "replayWebhook": #"{"from":1}"#,
        ]
    }
}
