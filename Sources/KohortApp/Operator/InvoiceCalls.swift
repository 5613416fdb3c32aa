import Billing
import KohortCore
import KohortStore

/// A tenant's issued documents, the latest first.
package struct ListInvoices: OperatorCall {
    package let tenant: Slug

    package init(tenant: Slug) { self.tenant = tenant }

    package struct Line: Sendable, Codable {
        package let number: String
        package let kind: String
        package let payer: Slug
        package let issuedOn: LocalDate
        package let dueOn: LocalDate?
        /// With tax.
        package let gross: Money
        /// What a credit note credits.
        package let original: String?
    }

    package func answer(in kohort: Kohort) async throws -> [Line] {
        try await kohort.use(try await kohort.require(tenant)) { open in
            try await open.store.fetch(InvoiceList(), by: .operator, at: kohort.clock.now).issued.map { issued in
                let content = issued.document.content
                return Line(
                    number: content.number, kind: content.kind.rawValue, payer: issued.payer.slug,
                    issuedOn: content.issuedOn, dueOn: content.dueOn, gross: content.totals.gross,
                    original: content.original?.number)
            }
        }
    }
}

/// The XML of one document by its number, or of all, with its hash.
package struct ExportInvoices: OperatorCall {
    package let tenant: Slug
    /// All of the tenant's unless named.
    package let number: String?

    package init(tenant: Slug, number: String?) { (self.tenant, self.number) = (tenant, number) }

    package struct File: Sendable, Codable {
        /// `F17.xml`
        package let name: String
        package let xml: String
        package let sha256: String
    }

    package func answer(in kohort: Kohort) async throws -> [File] {
        let now = kohort.clock.now
        return try await kohort.use(try await kohort.require(tenant)) { open in
            let issued = try await open.store.fetch(InvoiceList(), by: .operator, at: now).issued.map(\.document)
            let chosen = issued.filter { number == nil || $0.number == number }
            if let number, chosen.isEmpty {
                throw OperatorProblem("invoice.unknown", ["\(tenant) has no document \(number)."])
            }
            var files: [File] = []
            for document in chosen {
                let query = IssuedDocumentFile(invoice: document.id)
                let file = try await open.store.fetch(query, by: .operator, at: now)
                files.append(
                    File(
                        name: file.name, xml: String(decoding: file.xml.bytes, as: UTF8.self), sha256: file.xml.sha256))
            }
            return files
        }
    }
}
