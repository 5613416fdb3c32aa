import Foundation
import HTTPTypes
import Hummingbird
import KohortCore
import KohortTesting
import NIOCore
import Tenancy
import Testing

@testable import KohortSite

@Suite struct `Webhooks over the API` {
    private func post(
        _ client: SystemClient, _ path: String, _ body: String? = nil, token: String
    ) async throws -> TestResponse { try await client.post(path, body, token: token) }

    @Test func `an employer's system adds its own, changes it and takes it away`() async throws {
        let client = try SystemClient(try await RoundSite())
        let token = try await client.token(.coordinator, of: "umea")
        let made = try await post(
            client, "/webhooks", #"{"url":"https://a.example/","events":["recruitment.*"],"employer":"umea"}"#,
            token: token)
        #expect(made.status == .created)
        let id = try #require(try made.members["id"] as? String)
        #expect((try made.members["secret"] as? String)?.hasPrefix("whsec_") == true)
        let one = "/webhooks/\(id)"
        #expect(try await client.get(one, token: token).status == .ok)
        #expect(try await post(client, one + "/secrets", "{}", token: token).status == .created)
        for rest in ["/suspension", "/resumption"] {
            #expect(try await post(client, one + rest, token: token).status == .noContent)
        }
        #expect(try await post(client, one + "/replays", #"{"from":1}"#, token: token).status == .noContent)
        let list = try await client.get("/webhooks?employer=umea", token: token)
        #expect(list.text.contains(id) && !list.text.contains("whsec_"))
        #expect(try await post(client, one + "/removal", token: token).status == .noContent)
        #expect(try await client.get(one, token: token).status == .notFound)
    }

    @Test func `another employer's webhooks and the consortium's are not there`() async throws {
        let world = try await RoundSite()
        let client = try SystemClient(world)
        let token = try await client.token(.coordinator, of: "umea")
        let own = try await world.webhook("umea")
        for foreign in [try await world.webhook("norsjo"), try await world.webhook()] {
            let one = "/webhooks/\(foreign.webhook)"
            #expect(try await client.get(one, token: token).status == .notFound)
            for rest in ["/suspension", "/resumption", "/removal", "/deliveries/\(foreign.delivery)/attempts"] {
                #expect(try await post(client, one + rest, token: token).status == .notFound, "\(rest)")
            }
            #expect(try await post(client, one + "/secrets", "{}", token: token).status == .notFound)
            #expect(try await post(client, one + "/replays", #"{"from":1}"#, token: token).status == .notFound)
            // A foreign delivery by way of an own webhook.
            let detour = "/webhooks/\(own.webhook)/deliveries/\(foreign.delivery)/attempts"
            #expect(try await post(client, detour, token: token).status == .notFound)
        }
        let detour = "/webhooks/\(own.webhook)/deliveries/\(own.delivery)/attempts"
        #expect(try await post(client, detour, token: token).status == .noContent)
        #expect(try await client.get("/webhooks", token: token).status == .notFound)
        #expect(try await client.get("/webhooks?employer=norsjo", token: token).status == .notFound)
        let foreign = #"{"url":"https://a.example/","employer":"norsjo"}"#
        #expect(try await post(client, "/webhooks", foreign, token: token).status == .notFound)
        #expect(
            try await post(client, "/webhooks", #"{"url":"https://a.example/"}"#, token: token).status == .notFound)
    }

    @Test func `who only reads cannot manage them`() async throws {
        let world = try await RoundSite()
        let client = try SystemClient(world)
        let token = try await client.token(.integration)
        let one = "/webhooks/\(try await world.webhook().webhook)"
        #expect(try await client.get(one, token: token).status == .forbidden)
        #expect(try await post(client, one + "/suspension", token: token).status == .forbidden)
        let lead = try await client.token(.lead)
        #expect(try await post(client, one + "/suspension", token: lead).status == .noContent)
    }

    @Test(arguments: [
        "https://127.1/", "https://0x7f.1/", "https://2130706433/", "https://[::1]/", "https://[::ffff:10.0.0.1]/",
        "https://localhost/", "https://169.254.169.254/", "https://100.64.0.1/", "https://[fc00::1]/",
    ])
    func `each spelling of a private address is refused by its field`(url: String) async throws {
        let client = try SystemClient(try await RoundSite())
        let answer = try await post(client, "/webhooks", #"{"url":"\#(url)"}"#, token: try await client.token(.lead))
        #expect(answer.status == .unprocessableContent && answer.text.contains("webhook.url.address"))
    }
}
