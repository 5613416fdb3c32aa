import Billing
import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Tenancy

@testable import KohortSite

/// The programme of 2011 of KS, whose members pay for each trainee; KS itself stands for a member.
extension RoundSite {
    static let seller = [
        ("name", "Traineeprogrammet"), ("street", "Storgata 1"), ("postcode", "0155"), ("city", "Oslo"),
        ("organisation_number", "945678909"), ("country", "NO"), ("account", "15031234562"), ("reference", "kid"),
        ("treatment", "outside_scope"), ("reason", "Ikke registrert"), ("reason_code", ""), ("payment_days", "30"),
    ]
    private static let payer = [
        ("name", "KS"), ("street", "Haakon VIIs gate 9"), ("postcode", "0161"), ("city", "Oslo"), ("country", "NO"),
        ("organisation_number", "123456785"), ("endpoint", ""), ("buyer_reference", "4711"),
        ("email", "faktura@ks.example"),
    ]

    /// Enrols so many trainees, as far as billing is told of it.
    func charge(_ count: Int = 1) async throws {
        let now = now
        try await use { open in
            let cohort = try await open.store.fetch(CohortOf2011(), by: .operator, at: now)
            let consortium = try await open.store.fetch(CurrentConsortium(), by: .operator, at: now)
            guard let ks = consortium.organisations.first(where: { $0.slug.text == "ks" }) else {
                throw Rejection.notFound
            }
            for _ in 0..<count {
                let charge = ChargeFee(trainee: .new(), cohort: cohort, organisation: ks.id)
                _ = try await open.store.perform(charge, by: .system, at: now)
            }
        }
    }

    /// Commits to all that a page of the employer offers.
    func commit(_ name: String, from page: String) async throws -> TestResponse {
        let charges = page.matches(of: /name="charge" value="([^"]+)"/).map { ("charge", String($0.output.1)) }
        let cohort = page.firstMatch(of: /name="cohort" value="([^"]+)"/).map { String($0.output.1) } ?? ""
        return try await send(
            .post, "/employer/ks/commitments", as: .coordinator("ks"),
            charges + [("cohort", cohort), ("name", name)])
    }

    func registerParties() async throws {
        _ = try await send(.post, "/staff/billing/seller", as: .lead, Self.seller)
        _ = try await send(.post, "/staff/billing/payers/ks", as: .lead, Self.payer)
    }

    func draft() async throws {
        try await charge()
        let page = try await send(.get, "/employer/ks/invoices", as: .coordinator("ks")).text
        _ = try await commit("Kari Nordmann", from: page)
        _ = try await send(.post, "/staff/billing/drafts", as: .lead)
    }

    func issued() async throws -> InvoiceID {
        try await registerParties()
        try await draft()
        let page = try await send(.get, "/staff/billing", as: .lead).text
        let issue = page.firstMatch(of: /action="([^"]+\/drafts\/([^"]+)\/issue)"/)
        guard let (_, path, id) = issue?.output, let invoice = InvoiceID(String(id)) else { throw Rejection.notFound }
        _ = try await send(.post, String(path), as: .lead)
        return invoice
    }
}

private struct CohortOf2011: KohortStore.Query {
    static let permission = Permission.readRounds
    let scope = Scope.consortium

    func fetch(in read: borrowing Read) throws -> CohortID {
        let cohort: CohortID? = try read.first("select id from cohort where from_date like '2011%'") { try $0[0] }
        guard let cohort else { throw Rejection.notFound }
        return cohort
    }
}
