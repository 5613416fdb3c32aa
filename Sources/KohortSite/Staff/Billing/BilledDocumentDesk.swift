import Billing
import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb

/// One issued document: credited, mailed, downloaded and printed from here, and never changed.
enum BilledDocumentDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit, notice: visit.doneNotice(try QueryParameters(request)))
    }

    static func print(_ request: Request, _ visit: Visit) async throws -> Response {
        let (document, detail) = try await fetch(visit)
        let download = visit.path("/staff/billing/xml/\(document)")
        return try visit.page(DocumentScreen(detail, visit, download: download))
    }

    static func credit(_ request: Request, _ visit: Visit) async throws -> Response {
        let (document, detail) = try await fetch(visit)
        let typed = try await request.form(visit.context)
        return try await visit.attempt(typed) {
            let parts = try parts(of: typed, detail.document.content)
            let command = CreditInvoice(
                id: visit.newID(), invoice: document, parts: parts, reopens: !typed.list("reopens").isEmpty)
            _ = try await visit.perform(command, idempotency: OnceKey.key(of: typed))
            return visit.redirect("/staff/billing/documents/\(document)?done=invoice.credited")
        } or: {
            try await page(visit, refusal: $0, notice: $0.notice(visit))
        }
    }

    static func mail(_ request: Request, _ visit: Visit) async throws -> Response {
        let document = try visit.context.id("document", as: InvoiceID.self)
        let typed = try await request.form(visit.context)
        return try await visit.attempt(typed) {
            _ = try await visit.perform(MailInvoice(invoice: document), idempotency: OnceKey.key(of: typed))
            return visit.redirect("/staff/billing/documents/\(document)?done=invoice.mailed")
        } or: {
            try await page(visit, notice: $0.notice(visit), status: $0.status)
        }
    }

    /// The amounts that were typed for the lines; nothing typed is all that is left.
    private static func parts(of typed: Form, _ content: DocumentContent) throws -> [CreditInvoice.Part]? {
        let parts = try content.lines.compactMap { line -> CreditInvoice.Part? in
            let (name, text) = ("line-\(line.position)", typed.text("line-\(line.position)"))
            if text.isEmpty { return nil }
            guard let amount = TypedMoney.read(text, content.currency) else {
                throw Rejection.invalid(name, "amount.invalid")
            }
            return CreditInvoice.Part(line: line.position, amount: amount)
        }
        return parts.isEmpty ? nil : parts
    }

    private static func fetch(_ visit: Visit) async throws -> (InvoiceID, InvoiceDetail.Answer) {
        let document = try visit.context.id("document", as: InvoiceID.self)
        return (document, try await visit.fetch(InvoiceDetail(invoice: document)))
    }

    private static func page(
        _ visit: Visit, refusal: Refusal? = nil, notice: DeskNotice?, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (_, detail) = try await fetch(visit)
        return try visit.page(
            BilledDocumentScreen(visit, detail, refusal, notice), status: refusal?.status ?? status)
    }
}

/// An amount as people type it.
enum TypedMoney {
    /// `1 500`, `1500,50` or `1500.5`; nil for anything else, and for more than two decimals.
    static func read(_ text: String, _ currency: Currency) -> Money? {
        let digits = text.unicodeScalars.filter { !" \u{A0}\u{202F}".unicodeScalars.contains($0) }
        let parts = digits.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }.map { String($0) }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard (1...2).contains(parts.count), parts.count == 1 || (1...2).contains(fraction.count),
            (parts[0] + fraction).utf8.allSatisfy(\.isDigit),
            !parts[0].isEmpty, parts[0].utf8.count <= 12,
            let units = Int64(parts[0] + fraction + String(repeating: "0", count: 2 - fraction.count))
        else { return nil }
        return Money(minorUnits: units, currency)
    }
}
