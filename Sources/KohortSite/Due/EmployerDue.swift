import Billing
import Delivery
import KohortCore
import KohortWeb
import Tenancy

/// What an employer owes besides its rounds: for its trainees, and on invoices.
enum EmployerDue {
    static func parts(_ room: EmployerVisit) async throws -> [DuePart] {
        let visit = room.visit
        let duties = try await visit.fetch(EmployerDuties(organisation: room.employer.id))
        return [
            DuePart(visit.text("due.trainees"), duties.map { line($0, room) }), try await invoices(room),
        ].compactMap(\.self)
    }

    static func invoices(_ room: EmployerVisit) async throws -> DuePart? {
        invoices(try await room.visit.fetch(InvoiceList()).issued.map(\.document), room)
    }

    /// The invoices to be looked at; nil where there is none.
    static func invoices(_ issued: [InvoiceDocument], _ room: EmployerVisit) -> DuePart? {
        DuePart(room.visit.text("due.invoices"), issued.compactMap { line($0, issued, room) })
    }

    private static func line(_ line: EmployerDutyLine, _ room: EmployerVisit) -> DueLine {
        let visit = room.visit
        return DueLine(
            line.by, line.duty.words(visit), detail: line.trainee ?? "", path: line.duty.path(room), in: visit)
    }

    /// How long an invoice whose day is over is still shown: nobody tells us here when it is paid.
    private static let reminding = 90

    /// An invoice to be looked at, until it is credited whole or long over.
    private static func line(
        _ document: InvoiceDocument, _ issued: [InvoiceDocument], _ room: EmployerVisit
    ) -> DueLine? {
        let visit = room.visit
        let today = visit.consortium.profile.timeZone.date(at: visit.arrival)
        guard document.kind == .invoice, document.payer == room.employer.id, let day = document.content.dueOn,
            day.adding(days: reminding) >= today
        else { return nil }
        let open = document.open(among: issued)
        if open.minorUnits <= 0 { return nil }
        let amount = visit.format.money(open)
        return DueLine(
            day, visit.text("due.invoice", ["number": document.number]),
            detail: day < today ? visit.text("due.invoice.late", ["amount": amount]) : amount,
            path: room.address("/invoices/\(document.id)"), in: visit)
    }
}

extension EmployerDuty {
    fileprivate func words(_ visit: Visit) -> String {
        switch self {
        case .meet(let requirement): visit.text("due.meet.\(requirement.rawValue)")
        case .planPlacements: visit.text("due.plan_placements")
        case .nameMentor: visit.text("due.name_mentor")
        case .nameSupervisor: visit.text("due.name_supervisor")
        case .prepare(_, _, let title): visit.text("due.prepare", ["title": title])
        case .evaluateCohort: visit.text("due.evaluate_cohort")
        }
    }

    /// Where it is done.
    fileprivate func path(_ room: EmployerVisit) -> String {
        switch self {
        case .meet(.coordinatorNamed): room.address("/people")
        case .meet(.aimsAnchored), .evaluateCohort: room.address("/trainees")
        case .planPlacements(let trainee): room.visit.path("/trainees/\(trainee)/placements")
        case .nameMentor(let trainee), .nameSupervisor(_, let trainee): room.visit.path("/trainees/\(trainee)/people")
        case .prepare(let gathering, let trainee, _): room.visit.path("/trainees/\(trainee)/gatherings/\(gathering)")
        }
    }
}
