import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `Invoices in the API` {
    @Test func `a payer's finance contact reads its own documents, and a committee none`() async throws {
        let world = try await RoundSite("ks")
        _ = try await world.issued()
        let client = try SystemClient(world)
        let own = try await client.get("/invoices", token: try await client.token(.finance, of: "ks"))
        #expect(own.status == .ok && own.text.contains("\"number\":\"F1\""))
        #expect(own.text.contains("\"gross\":{\"minor_units\":6900000,\"currency\":\"NOK\"}"))
        let charges = try await client.get("/charges", token: try await client.token(.integration))
        #expect(charges.status == .ok && charges.text.contains("\"state\":\"invoiced\""))
        for shape in InvoiceAPI.endpoints {
            let answer = try await client.get(shape.path, token: try await client.token(.lead))
            #expect(try #require(shape.operation.success.schema).misfits(try answer.members) == [])
        }
        let committee = try await client.get("/invoices", token: try await client.token(.committee))
        #expect(committee.status == .forbidden)
    }
}
