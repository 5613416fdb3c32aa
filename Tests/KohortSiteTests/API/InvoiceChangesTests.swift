import Foundation
import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `Billing by another system` {
    private static let address = #""street":"Storgata 1","postcode":"0155","city":"Oslo","country":"NO""#
    private static let seller = #"""
        {"name":"Traineeprogrammet",\#(address),"organisation_number":"945678909","account":"15031234562",\#
        "reference":"kid","treatment":"outside_scope","reason":"Ikke registrert","payment_days":30}
        """#
    private static let payer = #"""
        {"name":"KS",\#(address),"organisation_number":"123456785","buyer_reference":"4711",\#
        "email":"faktura@ks.example"}
        """#

    private struct Office {
        let client: SystemClient
        let lead, payer: String
        let charge, cohort: String

        init(charges: Int = 1) async throws {
            let world = try await RoundSite("ks")
            try await world.charge(charges)
            client = try SystemClient(world)
            (lead, payer) = (try await client.token(.lead), try await client.token(.finance, of: "ks"))
            let first = try await Self.charges(client, lead)[0]
            (charge, cohort) = (first["id"] as? String ?? "", first["cohort"] as? String ?? "")
        }

        static func charges(_ client: SystemClient, _ token: String) async throws -> [[String: Any]] {
            try await client.get("/charges", token: token).members["charges"] as? [[String: Any]] ?? []
        }

        func post(_ path: String, _ body: String? = nil, key: String? = nil) async throws -> TestResponse {
            try await client.post(path, body, token: lead, key: key)
        }

        func commit(_ token: String) async throws -> TestResponse {
            let body = #"{"cohort":"\#(cohort)","charges":["\#(charge)"],"name":"Kari Nordmann"}"#
            return try await client.post("/employers/ks/commitments", body, token: token)
        }

        func drafted() async throws -> String {
            _ = try await commit(payer)
            return try await post("/drafts", #"{"payer":"ks","cohort":"\#(cohort)"}"#).id
        }

        func registerParties() async throws {
            for (path, body) in [
                ("/seller", `Billing by another system`.seller),
                ("/employers/ks/payer", `Billing by another system`.payer),
            ] {
                #expect(try await post(path, body).status == .noContent)
            }
        }
    }

    @Test func `goes from the payer's word to an invoice with a number and its credit note`() async throws {
        let office = try await Office()
        let draft = try await office.drafted()
        let listed = try await office.client.get("/drafts", token: office.lead)
        #expect(listed.text.contains(draft) && listed.text.contains(#""code":"invoice.missing""#))
        #expect(try await office.post("/drafts/\(draft)/issue").status == .unprocessableContent)
        try await office.registerParties()
        let issued = try await office.post("/drafts/\(draft)/issue", key: "issue")
        #expect(issued.status == .created && issued.text.contains(#""number":"F1""#))
        let again = try await office.post("/drafts/\(draft)/issue", key: "issue")
        #expect(again.text == issued.text)
        #expect(try await office.post("/invoices/\(draft)/mailing").status == .noContent)
        let part = #"{"lines":[{"line":1,"amount":{"minor_units":100000,"currency":"NOK"}}]}"#
        let first = try await office.post("/invoices/\(draft)/credit-notes", part)
        #expect(first.status == .created && first.text.contains(#""number":"K1""#))
        let much = #"{"lines":[{"line":1,"amount":{"minor_units":6900000,"currency":"NOK"}}]}"#
        #expect(try await office.post("/invoices/\(draft)/credit-notes", much).status != .created)
        #expect(try await office.post("/invoices/\(draft)/credit-notes", "{}").status == .created)
        let list = try await office.client.get("/invoices", token: office.payer).text
        for number in ["F1", "K1", "K2"] { #expect(list.contains(#""number":"\#(number)""#)) }
    }

    @Test func `is committed to by the payer alone, and drafted and issued by the programme office alone`() async throws
    {
        let office = try await Office()
        #expect(try await office.commit(office.lead).status == .forbidden)
        #expect(try await office.commit(office.payer).status == .created)
        let body = #"{"payer":"ks","cohort":"\#(office.cohort)"}"#
        #expect(try await office.client.post("/drafts", body, token: office.payer).status == .forbidden)
        let draft = try await office.post("/drafts", body)
        #expect(draft.status == .created)
        for path in ["/drafts/\(draft.id)/issue", "/drafts/\(draft.id)/removal"] {
            #expect(try await office.client.post(path, token: office.payer).status == .forbidden)
        }
        #expect(try await office.post("/drafts/\(draft.id)/removal").status == .noContent)
        #expect(try await office.client.post("/seller", Self.seller, token: office.payer).status == .forbidden)
    }

    @Test func `lowers and divides a charge until it is committed to, to the last minor unit`() async throws {
        let office = try await Office()
        let days = #"{"starts_on":"2011-09-01","ends_before":"2012-03-01"}"#
        let wrong = #"{"starts_on":"2012-03-01","ends_before":"2011-09-01"}"#
        let refused = try await office.post("/charges/\(office.charge)/proration", wrong)
        #expect(refused.problems == ["ends_before: date.order"])
        #expect(try await office.post("/charges/\(office.charge)/proration", days).status == .noContent)
        let shares = #"{"shares":[{"payer":"ks","weight":2}]}"#
        let unknown = try await office.post("/charges/\(office.charge)/division", shares.replacing("ks", with: "none"))
        #expect(unknown.problems == ["shares.1.payer: choice.unknown"])
        #expect(try await office.post("/charges/\(office.charge)/division", shares).status == .noContent)
        let amounts = try await Office.charges(office.client, office.lead).compactMap { $0["amount"] as? [String: Any] }
        #expect(amounts.compactMap { $0["minor_units"] as? Int } == [2_295_795])
        #expect(try await office.commit(office.payer).status == .created)
        #expect(try await office.post("/charges/\(office.charge)/proration", days).code == "charge.committed")
    }
}
