import Billing
import KohortCore
import KohortStore
import KohortTesting

extension Instant {
    static let billing = Instant.at("2027-03-01T09:00:00Z")
}

extension LocalDate {
    static func day(_ text: String) -> LocalDate { LocalDate(text) ?? LocalDate(daysSince1970: 0) }
}

extension Period {
    static let programme = Period.from("2026-09-01", to: "2028-03-01")

    static func from(_ start: String, to end: String) -> Period {
        guard let period = Period(start: .day(start), end: .day(end)) else { preconditionFailure("\(start)–\(end)") }
        return period
    }
}

extension Slug {
    static func made(_ text: StaticString) -> Slug {
        guard let slug = try? Slug("\(text)") else { preconditionFailure("\(text) is no slug") }
        return slug
    }
}

extension PayerName {
    static func named(_ name: String, _ slug: StaticString) -> PayerName {
        PayerName(slug: .made(slug), name: name)
    }
}

extension Money {
    static func nok(_ kroner: Int64, _ øre: Int64 = 0) -> Money { Money(minorUnits: kroner * 100 + øre, .nok) }
}

extension PlannedFee {
    /// NOK 69,000 per trainee, as the source has it (KS11-35).
    static func trainee(_ currency: Currency = .nok, _ minorUnits: Int64 = 6_900_000) -> PlannedFee {
        PlannedFee(
            slug: .made("deltakelse"), name: LocalizedText("Deltakelse", in: .nb),
            amount: Money(minorUnits: minorUnits, currency), basis: .trainee, isPaidByEmployer: true)
    }

    static func member(isPaidByEmployer: Bool = true, basis: FeeBasis = .member) -> PlannedFee {
        PlannedFee(
            slug: .made("medlem"), name: LocalizedText("Medlemsavgift", in: .nb), amount: .nok(10_000), basis: basis,
            isPaidByEmployer: isPaidByEmployer)
    }
}

extension PostalAddress {
    static let oslo = PostalAddress(street: "Storgata 1", postcode: "0155", city: "Oslo", country: .norway)
    static let umeå = PostalAddress(street: "Rådhusesplanaden 2", postcode: "903 28", city: "Umeå", country: .sweden)
}

/// Every number is made up and has a valid check digit.
extension SellerForm {
    static var norwegian: SellerForm {
        var form = SellerForm(name: "Traineeprogrammet Øst", address: .oslo)
        (form.organisationNumber, form.account, form.reference) = ("945 678 909", "1503.12.34562", .kid)
        (form.treatment, form.reason) = ("outside_scope", "Selgeren er ikke registrert i Merverdiavgiftsregisteret")
        return form
    }

    static var swedish: SellerForm {
        var form = SellerForm(name: "Trainee Norr", address: .umeå)
        (form.organisationNumber, form.account, form.reference) = ("556999-8882", "505-0125", .ocr)
        (form.isVATRegistered, form.isRegisteredBusiness, form.treatment) = (true, true, "standard")
        return form
    }
}

extension PayerForm {
    static var norwegian: PayerForm {
        var form = PayerForm(name: "Fet kommune", address: .oslo)
        (form.organisationNumber, form.buyerReference) = ("123456785", "4711")
        form.email = "faktura@fet.example"
        return form
    }

    static var swedish: PayerForm {
        var form = PayerForm(name: "Åsele kommun", address: .umeå)
        (form.organisationNumber, form.buyerReference) = ("2120001231", "ZZ12")
        return form
    }
}

/// All of the journal, kept-back rows too.
struct WholeJournal: Query {
    struct Line: Hashable, Sendable {
        let name: String
        let audience: String
        let payload: String
    }

    static let permission = Permission("test.journal")
    let scope = Scope.consortium

    func fetch(in read: borrowing Read) throws -> [Line] {
        try read.all("select name, audience, payload from journal order by number") {
            Line(name: try $0[0], audience: try $0[1], payload: try $0[2])
        }
    }
}
