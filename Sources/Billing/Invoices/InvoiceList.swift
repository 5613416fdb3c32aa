import KohortCore
import KohortStore

/// Drafts and issued documents: all of them for the lead, its own for a payer, who sees no drafts.
package struct InvoiceList: Query {
    package struct Answer: Hashable, Sendable {
        package let drafts: [Draft]
        /// The latest first.
        package let issued: [Issued]
    }

    package struct Draft: Hashable, Sendable {
        package let draft: InvoiceDraft
        package let payer: PayerName
        package let lines: [BilledLine]
        package let net: Money
        /// What keeps it from being issued, and whose that is.
        package let gaps: [FieldProblem]
    }

    package struct Issued: Hashable, Sendable {
        package let document: InvoiceDocument
        package let payer: PayerName
    }

    package static let permission = Permission.readInvoices
    package let scope = Scope.anywhere

    package init() {}

    package func fetch(in read: borrowing Read) throws -> Answer {
        let own = try read.payers(within: Self.permission)
        let names = try read.ask(PayerDirectory.self).names(read)
        let issued = try read.all(InvoiceDocument.self, "where \(own) order by issued_at desc, id desc").map {
            Issued(document: $0, payer: try names.name(of: $0.payer))
        }
        return Answer(drafts: try drafts(names, in: read), issued: issued)
    }

    private func drafts(_ names: [OrganisationID: PayerName], in read: borrowing Read) throws -> [Draft] {
        guard case .all = try read.reach(of: Self.permission) else { return [] }
        return try read.all(InvoiceDraft.self, "order by drafted_at, id").map { draft in
            let preparation = try InvoicePreparation(draft, in: read)
            let lines = try preparation.lines()
            return Draft(
                draft: draft, payer: try names.name(of: draft.payer), lines: lines,
                net: try Money.sum(lines.map(\.amount)), gaps: preparation.gaps)
        }
    }
}
