import KohortCore
import KohortTesting
import Testing

@testable import Billing

struct SellerFormTests {
    private func problems(_ change: (inout SellerForm) -> Void) -> [FieldProblem] {
        var form = SellerForm.norwegian
        change(&form)
        do { _ = try form.checked() } catch Rejection.invalid(let problems) { return problems } catch {}
        return []
    }

    @Test func `a seller is kept in the registries' own form`() throws {
        let seller = try SellerForm.norwegian.checked()
        #expect(seller.organisationNumber?.digits == "945678909")
        #expect(seller.account == PaymentAccount("15031234562", kind: .bban))
        #expect(
            seller.treatment == .outsideScope(reason: "Selgeren er ikke registrert i Merverdiavgiftsregisteret"))
        #expect(try SellerForm.swedish.checked().account == PaymentAccount("5050125", kind: .bankgiro))
    }

    @Test func `VAT treatment has no default, and may be left open`() throws {
        let form = SellerForm(name: "Traineeprogrammet", address: .oslo)
        let seller = try form.checked()
        #expect(seller.treatment == nil)
        #expect(seller.organisationNumber == nil)
        #expect(seller.account == nil)
    }

    @Test func `a number or an account with a wrong check digit is refused`() {
        #expect(problems { $0.organisationNumber = "945678900" }.map(\.code) == ["organisation_number.invalid"])
        #expect(problems { $0.account = "15031234563" }.map(\.code) == ["account.invalid"])
        #expect(problems { _ in } == [])
    }

    @Test func `who is not in the VAT register can only be outside the tax, and who is cannot`() {
        #expect(problems { $0.treatment = "standard" }.map(\.code) == ["vat.not_registered"])
        #expect(problems { $0.treatment = "exempt" }.map(\.code) == ["vat.not_registered"])
        #expect(problems { $0.isVATRegistered = true }.map(\.code) == ["vat.registered"])
        #expect(problems { ($0.isVATRegistered, $0.treatment) = (true, "exempt") } == [])
        #expect(problems { ($0.isVATRegistered, $0.treatment, $0.reason) = (true, "standard", "") } == [])
    }

    @Test func `what is not taxed says why`() {
        #expect(problems { $0.reason = " " } == [FieldProblem("reason", "text.required")])
        #expect(problems { $0.reasonCode = "MVAL-3-5" } == [FieldProblem("reason_code", "choice.unknown")])
        #expect(problems { $0.treatment = "free" } == [FieldProblem("treatment", "choice.unknown")])
    }

    @Test func `a KID is Norwegian, an OCR reference Swedish, and terms are 1 to 90 days`() {
        #expect(problems { $0.reference = .ocr } == [FieldProblem("reference", "reference.other_country")])
        #expect(problems { $0.paymentDays = 0 }.map(\.code) == ["number.range"])
        #expect(problems { $0.paymentDays = 91 }.map(\.code) == ["number.range"])
        #expect(problems { $0.paymentDays = 90 } == [])
    }

    @Test(arguments: [
        ("1503.12.34562", PaymentAccount.Kind.bban, true), ("15031234561", .bban, false), ("1503123456", .bban, false),
        ("97100000001", .bban, true), ("505-0125", .bankgiro, true), ("5050126", .bankgiro, false),
        ("505012", .bankgiro, false), ("9002-8", .plusgiro, false), ("9001-9", .plusgiro, true),
        ("18", .plusgiro, true), ("1", .plusgiro, false),
    ])
    func `an account's check digit is looked at`(text: String, kind: PaymentAccount.Kind, isValid: Bool) {
        #expect((PaymentAccount(text, kind: kind) != nil) == isValid)
    }

    @Test func `a payer's number, address and mail are looked at, and all may be left open`() throws {
        var form = PayerForm(name: "Fet", address: .oslo)
        let open = try form.checked()
        #expect(open.electronicAddress == nil)
        #expect(open.buyerReference == nil)
        (form.organisationNumber, form.endpoint, form.email) = ("1", "945678901", "no address")
        #expect(
            throws: Rejection.invalid([
                FieldProblem("email", "email.invalid"),
                FieldProblem("organisation_number", "organisation_number.invalid"),
                FieldProblem("endpoint", "organisation_number.invalid"),
            ])
        ) { try form.checked() }
        (form.organisationNumber, form.endpoint, form.email) = ("123456785", "945678909", "faktura@fet.example")
        #expect(try form.checked().electronicAddress?.digits == "945678909")
    }
}
