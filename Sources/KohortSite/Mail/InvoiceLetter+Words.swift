import Billing
import KohortApp
import KohortCore
import KohortOutbound

extension LetterDesk {
    /// An issued document with its XML, to its payer's invoice desk, in the document's own language.
    func invoice(_ letter: InvoiceLetter) async throws -> LetterPage? {
        let mailed = try await fetch(InvoiceInLetter(invoice: letter.invoice))
        let content = mailed.document.content
        let words = try await words(content.language, to: content.payer.name, mailed.email)
        let kind = "mail.billing.\(content.kind.rawValue)"
        let facts = [
            FactLine(words.text("billing.number"), content.number),
            FactLine(words.text("billing.gross"), words.format.money(content.totals.gross)),
            content.dueOn.map { FactLine(words.text("billing.due_on"), words.format.date($0)) },
            content.reference.map { FactLine(words.text("billing.reference"), $0) },
            content.original.map { FactLine(words.text("billing.original"), $0.number) },
        ].compactMap(\.self)
        var page = words.letter(
            words.text(kind + ".subject", ["number": content.number, "seller": content.seller.name]),
            [LetterParagraph(words.text(kind + ".text")), LetterParagraph(facts)])
        page.attachments = [
            MailAttachment(name: content.number + ".xml", mediaType: "application/xml", bytes: mailed.xml.bytes)
        ]
        return page
    }
}
