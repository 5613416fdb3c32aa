import KohortCore

/// What a payment is told by (BB-5). Which one, and of what length, is agreed with the seller's bank.
package enum PaymentReference: String, Hashable, Sendable, Codable, CaseIterable {
    /// The document's own number.
    case none
    /// A Norwegian KID of 12 digits: payer 5, invoice 6, MOD10.
    case kid
    /// A Swedish OCR reference of 13 digits: payer 5, invoice 6, the length's last digit, MOD10.
    case ocr

    /// Nil where there is none; refused, never cut, when the numbers have become too long.
    func text(payer: Int, sequence: Int) throws(Rejection) -> String? {
        guard self != .none else { return nil }
        guard let payer = CheckDigit.padded(payer, to: 5), let sequence = CheckDigit.padded(sequence, to: 6) else {
            throw .conflict("reference.too_long")
        }
        let body = payer + sequence
        let counted = self == .ocr ? body + [(body.count + 2) % 10] : body
        return (counted + [CheckDigit.luhn(counted)]).map(String.init).joined()
    }
}
