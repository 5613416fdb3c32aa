import Billing
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Tenancy

/// One charge: given to other payers (BB-9), or charged by the days (BB-8), until somebody has committed to it.
enum ChargeDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit, try await charge(visit), notice: visit.doneNotice(try QueryParameters(request)))
    }

    static func divide(_ request: Request, _ visit: Visit) async throws -> Response {
        try await take(request, visit, ChargeForms.division, done: "charge.divided") { typed, line in
            let shares = try ChargeForms.shares(typed)
            try await telling("shares", at: "payer1") {
                _ = try await visit.perform(DivideCharge(charge: line.charge.id, shares: shares))
            }
        }
    }

    static func prorate(_ request: Request, _ visit: Visit) async throws -> Response {
        try await take(request, visit, ChargeForms.proration, done: "charge.prorated") { typed, line in
            let part = try ChargeForms.days(typed)
            try await telling("part", at: "first_day") {
                _ = try await visit.perform(ProrateCharge(charge: line.charge.id, part: part))
            }
        }
    }

    /// What a command says of a field that the form does not have stands at one that it has.
    private static func telling(_ field: String, at name: String, _ deed: () async throws -> Void) async throws {
        try await renaming(field, to: name, deed)
    }

    private static func take(
        _ request: Request, _ visit: Visit, _ key: String, done: String,
        _ deed: (Form, ChargeList.Line) async throws -> Void
    ) async throws -> Response {
        let (typed, line) = (try await request.form(visit.context), try await charge(visit))
        return try await visit.attempt(typed) {
            try await deed(typed, line)
            return visit.redirect("/staff/billing/charges/\(line.charge.id)?done=\(done)")
        } or: {
            try await page(visit, line, refused: RefusedForm(key: key, refusal: $0), notice: nil)
        }
    }

    private static func charge(_ visit: Visit) async throws -> ChargeList.Line {
        let id: ChargeID = try visit.context.id("charge")
        guard let line = try await visit.fetch(ChargeList()).charges.first(where: { $0.charge.id == id }) else {
            throw Rejection.notFound
        }
        return line
    }

    private static func page(
        _ visit: Visit, _ line: ChargeList.Line, refused: RefusedForm? = nil, notice: DeskNotice?
    ) async throws -> Response {
        let trainees = try await visit.trainees(of: [line.charge.cohort])
        let facts = zip(visit.chargeHeads, visit.cells(of: line)).map { Fact($0, $1) }
        let forms = line.charge.state == .charged ? ChargeForms(visit: visit, line: line, refused: refused).all : []
        let notes = forms.isEmpty ? [visit.text("charge.fixed")] : []
        let notice = refused.map { $0.refusal.notice(visit, idPrefix: "\($0.key)-") } ?? notice
        let title = visit.name(of: line.charge, trainees)
        let screen = visit.chargeScreen(
            title, [SheetSection(notes: notes, facts: facts, forms: forms)], notice: notice)
        return try visit.page(screen, status: refused?.refusal.status ?? .ok)
    }
}
