import Billing
import Foundation
import KohortCore
import KohortStore
import KohortTesting
import Testing

/// The documents of two fictional tenants, made by the product's own commands. Where `KOHORT_INVOICES` names a folder
/// they are written there, for the checker of `make invoices` to judge.
struct SampleDocumentsTests {
    @Test func `an untaxed Norwegian tenant's documents`() async throws {
        let world = try await BillingWorld.make(fees: [.trainee(), .member()])
        try await world.register()
        try await write(try await documents(of: world, half: .nok(34_500)), as: "norway")
    }

    @Test func `a taxed Norwegian tenant's documents`() async throws {
        let world = try await BillingWorld.make(fees: [.trainee(.nok, 6_899_999), .member()])
        var seller = SellerForm.norwegian
        (seller.isVATRegistered, seller.isRegisteredBusiness, seller.treatment) = (true, true, "standard")
        try await world.register(seller)
        try await write(try await documents(of: world, half: .nok(34_499, 99)), as: "norway-taxed")
    }

    @Test func `an exempt Norwegian tenant's documents, without a KID`() async throws {
        let world = try await BillingWorld.make()
        var seller = SellerForm.norwegian
        (seller.isVATRegistered, seller.reference, seller.treatment) = (true, .none, "exempt")
        seller.reason = "Unntatt fra merverdiavgift, jf. merverdiavgiftsloven § 3-5"
        try await world.register(seller)
        try await write(try await documents(of: world, half: .nok(34_500)), as: "norway-exempt")
    }

    @Test func `a taxed Swedish tenant's documents`() async throws {
        let world = try await BillingWorld.make(.sweden, fees: [.trainee(.sek, 3333)])
        try await world.register(.swedish, .swedish)
        try await write(try await documents(of: world, half: Money(minorUnits: 1667, .sek)), as: "sweden")
    }

    @Test func `an exempt Swedish tenant's documents, on Plusgiro`() async throws {
        let world = try await BillingWorld.make(.sweden, fees: [.trainee(.sek)])
        var seller = SellerForm.swedish
        (seller.account, seller.isPlusgiro, seller.treatment) = ("90019", true, "exempt")
        (seller.reason, seller.reasonCode) = ("Utbildning, 10 kap. mervärdesskattelagen", "VATEX-EU-132-1I")
        var payer = PayerForm.swedish
        payer.name = "Åsele & <Söner> \"kommun\""
        try await world.register(seller, payer)
        try await write(try await documents(of: world, half: Money(minorUnits: 1, .sek)), as: "sweden-exempt")
    }

    /// An invoice of three trainees, a credit note over a part of it and one over the rest.
    private func documents(of world: BillingWorld, half: Money) async throws -> [IssuedDocumentFile.Answer] {
        let (invoice, part, rest) = (try await world.issued(3), InvoiceID.new(), InvoiceID.new())
        try await world.perform(
            CreditInvoice(id: part, invoice: invoice, parts: [CreditInvoice.Part(line: 1, amount: half)]))
        try await world.perform(CreditInvoice(id: rest, invoice: invoice))
        let files = try await [invoice, part, rest].asyncMap { try await world.fetch(IssuedDocumentFile(invoice: $0)) }
        #expect(files.map(\.name) == ["F1.xml", "K1.xml", "K2.xml"])
        return files
    }

    private func write(_ files: [IssuedDocumentFile.Answer], as tenant: String) async throws {
        guard let folder = ProcessInfo.processInfo.environment["KOHORT_INVOICES"] else { return }
        for file in files {
            try Data(file.xml.bytes).write(to: URL(fileURLWithPath: "\(folder)/\(tenant)-\(file.name)"))
        }
    }
}

extension Array {
    fileprivate func asyncMap<Answer>(_ make: (Element) async throws -> Answer) async throws -> [Answer] {
        var answers: [Answer] = []
        for element in self { answers.append(try await make(element)) }
        return answers
    }
}
