import Billing
import KohortCore
import KohortStore

/// The cohort's fees: Fjordvik's invoice is issued, Lyngmo's is credited for the trainee who left, Granheim's waits for
/// what is missing, and Solstrand has not committed to its own yet. Numbers that begin with 3 are no organisation's:
/// Norway's registers keep them for tests.
struct DemoBilling: Sendable {
    private let stage: DemoStage
    private var months: DemoMonths { stage.months }

    init(_ stage: DemoStage) { self.stage = stage }

    var acts: [DemoAct] {
        get throws {
            let (fjordvik, lyngmo, granheim) = (
                InvoiceID.new(at: stage.now), InvoiceID.new(at: stage.now), InvoiceID.new(at: stage.now)
            )
            return try [DemoAct(months.day(0, -25), .lead, RegisterSeller(seller))]
                + bill("fjordvik", "Fjordvik kommune", "310001023", as: fjordvik, committedBy: "Kari Nes")
                + bill("lyngmo", "Lyngmo kommune", "310002038", as: lyngmo, committedBy: "Arne Lund")
                + bill("granheim", "Granheim kommune", nil, as: granheim, committedBy: "Siv Moen")
                + [
                    DemoAct(months.day(0, 12), .lead, IssueInvoice(draft: fjordvik)),
                    DemoAct(months.day(0, 13), .lead, MailInvoice(invoice: fjordvik)),
                    DemoAct(months.day(0, 12), .lead, IssueInvoice(draft: lyngmo)),
                    DemoAct(months.day(3, 9), .lead, credit(of: lyngmo)),
                ]
        }
    }

    /// One of two is left.
    private func credit(of invoice: InvoiceID) -> CreditInvoice {
        let part = CreditInvoice.Part(line: 1, amount: Money(minorUnits: 6_900_000, .nok))
        return CreditInvoice(id: .new(at: stage.now), invoice: invoice, parts: [part])
    }

    private var seller: SellerForm {
        var form = SellerForm(
            name: "Demoens traineeprogram",
            address: PostalAddress(street: "Prøvegata 1", postcode: "0001", city: "Oslo", country: .norway))
        (form.organisationNumber, form.account, form.reference) = ("310000019", "99991234566", .kid)
        (form.treatment, form.reason) = ("outside_scope", "Selgeren er ikke registrert i Merverdiavgiftsregisteret")
        return form
    }

    /// A payer that is registered, commits, and gets a draft.
    private func bill(
        _ slug: String, _ name: String, _ number: String?, as draft: InvoiceID, committedBy person: String
    ) throws -> [DemoAct] {
        let (payer, cohort, day) = (try stage.organisation(slug), stage.cohort, months.day(0, -5))
        var form = PayerForm(
            name: name, address: PostalAddress(street: "Torget 1", postcode: "9990", city: "Prøvedal", country: .norway)
        )
        form.email = "faktura@\(slug).example"
        if let number { (form.organisationNumber, form.buyerReference) = (number, "4711 Personal") }
        let commits = DemoAct(day) { stage in
            let answer = try await stage.fetch(ChargeList(), by: .coordinator(slug), on: day)
            let command = CommitFees(
                id: .new(at: stage.now), payer: payer, cohort: cohort, charges: answer.charges.map(\.charge.id),
                name: person)
            try await stage.perform(command, by: .coordinator(slug), on: day)
        }
        return [
            DemoAct(months.day(0, -24), .lead, RegisterPayer(organisation: payer, form)), commits,
            DemoAct(months.day(0, 10), .lead, DraftInvoice(id: draft, payer: payer, cohort: cohort)),
        ]
    }
}
