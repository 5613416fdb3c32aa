import KohortCore

/// What is left of an invoice after its credit notes.
struct InvoiceBalance {
    private let invoice: DocumentContent
    private let credits: [DocumentContent]

    init(_ invoice: DocumentContent, credits: [DocumentContent]) { (self.invoice, self.credits) = (invoice, credits) }

    /// What is left of a line, without tax.
    func open(_ line: BilledLine) -> Money {
        let credited = credits.flatMap(\.lines).filter { $0.position == line.position }
            .reduce(Int64(0)) { $0 + $1.amount.minorUnits }
        return Money(minorUnits: line.amount.minorUnits - credited, invoice.currency)
    }

    /// What is left of all lines, without tax.
    var openNet: Money { left(invoice.totals.net, credits.map(\.totals.net)) }
    /// What is left with tax.
    var openGross: Money { left(invoice.totals.gross, credits.map(\.totals.gross)) }

    private func left(_ whole: Money, _ credited: [Money]) -> Money {
        Money(minorUnits: whole.minorUnits - credited.reduce(0) { $0 + $1.minorUnits }, invoice.currency)
    }

    /// The lines of a credit note over some parts, or over all that is left; more than that is refused.
    func credit(_ parts: [CreditInvoice.Part]?) throws(Rejection) -> [BilledLine] {
        let parts = parts ?? everything
        if parts.isEmpty { throw .conflict("credit.nothing_left") }
        guard Set(parts.map(\.line)).count == parts.count else { throw .invalid("parts", "credit.line_twice") }
        var lines: [BilledLine] = []
        for part in parts.sorted(by: { $0.line < $1.line }) { lines.append(try credit(part)) }
        return lines
    }

    private var everything: [CreditInvoice.Part] {
        invoice.lines.map { CreditInvoice.Part(line: $0.position, amount: open($0)) }
            .filter { $0.amount.minorUnits > 0 }
    }

    private func credit(_ part: CreditInvoice.Part) throws(Rejection) -> BilledLine {
        guard let line = invoice.lines.first(where: { $0.position == part.line }) else {
            throw .invalid("parts", "credit.no_line")
        }
        let open = open(line)
        guard part.amount.currency == open.currency, part.amount.minorUnits > 0 else {
            throw .invalid("parts", "credit.amount")
        }
        guard part.amount.minorUnits <= open.minorUnits else {
            throw .invalid("parts", "credit.too_much", ["left": "\(open)"])
        }
        if part.amount == line.amount { return line }
        return BilledLine(
            position: line.position, text: line.text, quantity: 1, price: part.amount, amount: part.amount)
    }

    /// The tax is what the rest no longer bears, so that crediting everything ends at exactly nothing.
    func totals(of lines: [BilledLine]) throws(Rejection) -> Totals {
        let net = try Money.sum(lines.map(\.amount))
        guard let treatment = invoice.seller.treatment else { throw .conflict("amount.incompatible") }
        let (before, after) = (openNet, Money(minorUnits: openNet.minorUnits - net.minorUnits, net.currency))
        let vat = try treatment.tax(on: before).minorUnits - treatment.tax(on: after).minorUnits
        return try Totals(net: net, vat: Money(minorUnits: vat, net.currency))
    }
}

extension InvoiceDocument {
    /// What is left of an invoice with tax, after its credit notes among the documents that were issued.
    package func open(among issued: [InvoiceDocument]) -> Money {
        InvoiceBalance(content, credits: issued.filter { $0.original == id }.map(\.content)).openGross
    }
}
