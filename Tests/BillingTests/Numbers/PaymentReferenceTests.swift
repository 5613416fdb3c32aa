import KohortCore
import Testing

@testable import Billing

struct PaymentReferenceTests {
    @Test func `a check digit by Luhn`() {
        #expect(CheckDigit.luhn([6, 0, 2, 2, 4]) == 3)
        #expect(CheckDigit.luhn([2, 0, 2, 6, 0, 0, 0, 4, 2, 1]) == 1)
        #expect(CheckDigit.luhn([2, 0, 2, 6, 0, 0, 4, 2, 0]) == 6)
        #expect(CheckDigit.endsInLuhn([5, 0, 5, 0, 1, 2, 5]))
        #expect(!CheckDigit.endsInLuhn([5, 0, 5, 0, 1, 2, 6]))
    }

    @Test func `a KID has the payer, the invoice and a check digit, twelve in all`() throws {
        #expect(try PaymentReference.kid.text(payer: 42, sequence: 17) == "000420000176")
        #expect(try PaymentReference.none.text(payer: 42, sequence: 17) == nil)
    }

    @Test func `an OCR reference tells its length before its check digit`() throws {
        let reference = try #require(try PaymentReference.ocr.text(payer: 42, sequence: 17))
        let digits = try #require(CheckDigit.digits(reference))
        #expect(digits.count == 13)
        #expect(digits[11] == 3)
        #expect(CheckDigit.endsInLuhn(digits))
    }

    @Test func `a number that is too long is refused, never cut`() throws {
        #expect(throws: Rejection.conflict("reference.too_long")) {
            try PaymentReference.kid.text(payer: 1, sequence: 1_000_000)
        }
        #expect(try PaymentReference.kid.text(payer: 1, sequence: 999_999)?.count == 12)
    }
}
