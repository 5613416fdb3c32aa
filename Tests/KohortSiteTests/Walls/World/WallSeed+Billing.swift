import KohortStore

@testable import KohortSite

extension WallSeed {
    /// Who sells and pays, and of the employer's cohorts that are over: an issued invoice, a draft to be issued and one to
    /// be taken away, and a charge to commit to.
    mutating func bill() async throws {
        let address = #""name":"\#(secret)","street":"\#(secret)","postcode":"0155","city":"Oslo","country":"NO""#
        try await tenant.made(
            "/seller",
            """
            {\(address),"organisation_number":"945678909","account":"15031234562","reference":"kid",\
            "treatment":"outside_scope","reason":"\(secret)"}
            """, by: lead)
        for employer in ["north", "south"] {
            try await tenant.made(
                "/employers/\(employer)/payer",
                #"{\#(address),"organisation_number":"123456785","buyer_reference":"4711","email":"\#(secret)@payer.example"}"#,
                by: lead)
        }
        let shown = try await tenant.members("/charges", by: lead)["charges"] as? [[String: Any]] ?? []
        func charge(_ number: Int) -> (id: String, cohort: String) {
            let found = shown.first { $0["trainee"] as? String == captures["trainee.\(number)"] }
            return (found?["id"] as? String ?? "-", found?["cohort"] as? String ?? "-")
        }
        captures["creditInvoice.invoice"] = try await draft(charge(13))
        captures["mailInvoice.invoice"] = captures["creditInvoice.invoice"]
        try await tenant.made("/drafts/\(captures["creditInvoice.invoice"] ?? "")/issue", by: lead)
        captures["issueInvoice.draft"] = try await draft(charge(14))
        captures["discardDraft.draft"] = try await draft(charge(12))
        (captures["divideCharge.charge"], captures["divideCharge.payer"]) = (charge(10).id, "east")
        captures["prorateCharge.charge"] = charge(11).id
        (captures["commitFees.charges"], captures["commitFees.cohort"]) = (charge(16).id, charge(16).cohort)
        (captures["commitFees.employer"], captures["draftInvoice.payer"]) = ("south", "south")
        captures["draftInvoice.cohort"] = charge(16).cohort
    }

    /// What the payer has committed to in a cohort, drafted.
    private func draft(_ charge: (id: String, cohort: String)) async throws -> String {
        try await tenant.made(
            "/employers/north/commitments",
            #"{"cohort":"\#(charge.cohort)","charges":["\#(charge.id)"],"name":"\#(secret)"}"#, by: north)
        return try await tenant.made("/drafts", #"{"payer":"north","cohort":"\#(charge.cohort)"}"#, by: lead)
    }
}
