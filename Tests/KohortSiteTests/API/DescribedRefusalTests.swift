import HTTPTypes
import KohortCore
import KohortTesting
import KohortWeb
import Testing

@testable import KohortSite

/// Each status that an endpoint is described with is one that it really gives. Those that depend on what was done before
/// (409, 410) are shown where it is done; slow senders and faults of ours (408, 500, 503) with the front.
@Suite struct `Described refusals` {
    private func endpoints(with status: HTTPResponse.Status) -> [Endpoint] {
        API.endpoints.filter { $0.failures.contains(status) }
    }

    @Test func `there is a body of the right shape for every endpoint that takes one`() async throws {
        let world = try await SystemWorld.released()
        for endpoint in API.endpoints {
            #expect((world.body(for: endpoint) != nil) == (endpoint.operation.body != nil), "\(endpoint.path)")
        }
    }

    @Test func `400: a query that asks for what there is not`() async throws {
        let world = try await SystemWorld.released()
        for endpoint in endpoints(with: .badRequest) {
            let path = world.path(of: endpoint)
            let answer = try await world.send(
                endpoint, path + (path.contains("?") ? "&" : "?") + "no=such", token: world.token(for: endpoint))
            #expect(answer.status == .badRequest && answer.code == "query.unknown", "\(endpoint.path)")
            #expect(answer.text.contains("Not known here: no. The query of this address knows"), "\(endpoint.path)")
        }
    }

    @Test func `400: a POST without a key`() async throws {
        let world = try await SystemWorld.released()
        for endpoint in API.endpoints where endpoint.method == .post {
            let headers: HTTPFields = [.contentType: "application/json"]
            let answer = try await world.client.send(
                .post, world.path(of: endpoint), token: world.token(for: endpoint), headers, world.body(for: endpoint))
            #expect(answer.status == .badRequest && answer.code == "idempotency.missing", "\(endpoint.path)")
        }
    }

    @Test func `401: an unknown token`() async throws {
        let world = try await SystemWorld.released()
        for endpoint in endpoints(with: .unauthorized) {
            #expect(try await world.send(endpoint, token: "kht_unknown").status == .unauthorized, "\(endpoint.path)")
        }
        #expect(endpoints(with: .unauthorized).count == API.endpoints.count)
    }

    @Test func `403: a token whose role has nothing to do with it`() async throws {
        let world = try await SystemWorld.released()
        let (applicant, committee) = (
            try await world.client.token(.applicant), try await world.client.token(.committee)
        )
        let delivery = Set((DeliveryAPI.endpoints + ContactAPI.endpoints).map(\.operation.id))
        for endpoint in API.endpoints {
            let token = delivery.contains(endpoint.operation.id) ? committee : applicant
            let answer = try await world.send(endpoint, token: token)
            #expect((answer.status == .forbidden) == endpoint.failures.contains(.forbidden), "\(endpoint.path)")
        }
    }

    @Test func `404: an address that leads nowhere, whichever part of it`() async throws {
        let world = try await SystemWorld.released()
        for endpoint in endpoints(with: .notFound) {
            // What is gone already may be taken away again.
            for capture in endpoint.captures where !endpoint.path.hasSuffix("/{\(capture)}/removal") {
                let path = world.path(of: endpoint, losing: capture)
                let answer = try await world.send(endpoint, path, token: world.token(for: endpoint))
                #expect(answer.status == .notFound, "\(endpoint.path) without \(capture)")
            }
            if endpoint.operation.query.contains(where: { $0.name == "round" }) {
                let path = world.path(of: endpoint).replacing("?round=first-call", with: "") + "?round=nowhere"
                let answer = try await world.send(endpoint, path, token: world.token(for: endpoint))
                #expect(answer.status == .notFound, "\(endpoint.path)?round=nowhere")
            }
        }
    }

    @Test func `404: another organisation's token at an employer's address`() async throws {
        let world = try await SystemWorld.released()
        let other = try await world.client.token(.coordinator, of: "norsjo")
        for endpoint in API.endpoints
        where endpoint.path.hasPrefix("/employers") && world.token(for: endpoint) == world.coordinator {
            let answer = try await world.send(endpoint, token: other)
            #expect(answer.status == .notFound && !answer.text.contains("Alva"), "\(endpoint.path)")
        }
    }

    @Test func `403 or 404: what another organisation's token and one that only reads would change`() async throws {
        let world = try await SystemWorld.released()
        let before = try await world.client.get("/events?limit=200", token: world.lead).text
        let tokens = [
            try await world.client.token(.coordinator, of: "norsjo"), try await world.client.token(.integration),
            try await world.client.token(.integration, of: "ornskoldsvik"),
        ]
        for endpoint in API.endpoints where endpoint.method == .post && !endpoint.operation.isPublic {
            for token in tokens {
                let answer = try await world.send(endpoint, token: token)
                #expect([.forbidden, .notFound].contains(answer.status), "\(endpoint.path): \(answer.status)")
            }
        }
        #expect(try await world.client.get("/events?limit=200", token: world.lead).text == before)
    }

    @Test func `413: a body of more than a mebibyte`() async throws {
        let world = try await SystemWorld.released()
        let body = #"{"title":"\#(String(repeating: "x", count: Change.largestBody))"}"#
        for endpoint in endpoints(with: .contentTooLarge) {
            let answer = try await world.send(endpoint, token: world.token(for: endpoint), body: body)
            #expect(answer.status == .contentTooLarge, "\(endpoint.path)")
        }
    }

    @Test func `415: a body that is no JSON by its type`() async throws {
        let world = try await SystemWorld.released()
        for endpoint in endpoints(with: .unsupportedMediaType) {
            let headers: HTTPFields = [
                KeyHeader.field: DemandID.new().description, .contentType: "application/x-www-form-urlencoded",
            ]
            let answer = try await world.client.send(
                .post, world.path(of: endpoint), token: world.token(for: endpoint), headers, "a=b")
            #expect(answer.status == .unsupportedMediaType, "\(endpoint.path)")
        }
    }

    @Test func `422: what is missing or unknown in a body, or a key that was used for something else`() async throws {
        let world = try await SystemWorld.released()
        let (supervisor, student) = (world.delivery.tokens["writePlan"], world.delivery.tokens["nameProject"])
        for (token, id) in [
            (world.lead, "raiseMatter"), (world.coordinator, "nominateHire"), (supervisor, "writePlan"),
            (student, "writePlan"),
        ] {
            let first = try #require(API.endpoints.first { $0.operation.id == id })
            #expect(try await world.send(first, token: token, key: "used").status.kind == .successful)
        }
        for endpoint in endpoints(with: .unprocessableContent) {
            let token = world.token(for: endpoint)
            let answer: TestResponse
            if endpoint.method == .get {
                let isOfRound = endpoint.operation.query.contains { $0.name == "round" }
                let path =
                    world.path(of: endpoint).replacing("?round=first-call", with: "") + (isOfRound ? "?round=" : "")
                answer = try await world.client.get(path, token: token)
            } else if endpoint.operation.body == nil {
                answer = try await world.send(endpoint, token: token, key: "used")
            } else {
                answer = try await world.send(endpoint, token: token, body: #"{"no":"such"}"#)
            }
            #expect(answer.status == .unprocessableContent && !answer.problems.isEmpty, "\(endpoint.path)")
        }
    }
}
