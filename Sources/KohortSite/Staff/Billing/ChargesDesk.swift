import Billing
import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// Every charge by itself, fifty a page, and what the lead can do with one that nobody has committed to.
enum ChargesDesk {
    static let limit = 50

    static func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let query = try QueryParameters(request)
        let charges = try await visit.fetch(ChargeList()).charges
        let pages = max(1, (charges.count + limit - 1) / limit)
        let page = min(max(1, query["page"].flatMap { Int($0) } ?? 1), pages)
        let trainees = try await visit.trainees(of: Set(charges.map(\.charge.cohort)))
        let rows = charges.dropFirst((page - 1) * limit).prefix(limit).map { row($0, trainees, visit) }
        let title = visit.text("charge.all")
        let heads = [visit.text("charge.trainee")] + visit.chargeHeads
        let next = page < pages ? [link(visit, "desk.next_page", "/staff/billing/charges?page=\(page + 1)")] : []
        let section = SheetSection(
            notes: [visit.text("charge.all.what")], table: SheetTable(title, heads, rows),
            empty: rows.isEmpty ? visit.text("staff.billing.charges.none") : "", links: next)
        return try visit.page(visit.chargeScreen(title, [section], notice: visit.doneNotice(query)))
    }

    private static func row(_ line: ChargeList.Line, _ trainees: [TraineeID: Trainee], _ visit: Visit) -> SheetRow {
        let trainee = line.charge.trainee.flatMap { trainees[$0] }
        var row = SheetRow(visit.name(of: line.charge, trainees), visit.cells(of: line))
        row.path = visit.path("/staff/billing/charges/\(line.charge.id)")
        if let day = trainee?.endedOn, trainee?.state == .withdrawn, line.charge.state != .cancelled {
            (row.mark, row.state) = (.soon, visit.text("charge.has_left", ["date": visit.format.date(day)]))
        }
        return row
    }

    private static func link(_ visit: Visit, _ text: String, _ path: String) -> ChromeLink {
        ChromeLink(label: visit.text(text), path: visit.path(path), isCurrent: false)
    }
}

extension Visit {
    /// The trainees of some cohorts, by their ids.
    func trainees(of cohorts: Set<CohortID>) async throws -> [TraineeID: Trainee] {
        var trainees: [TraineeID: Trainee] = [:]
        for cohort in cohorts {
            for line in try await fetch(TraineeList(cohort: .id(cohort))) { trainees[line.trainee.id] = line.trainee }
        }
        return trainees
    }

    /// What a charge is for: a trainee, one who was struck out, or the membership.
    func name(of charge: Charge, _ trainees: [TraineeID: Trainee]) -> String {
        guard let id = charge.trainee else { return text("charge.membership") }
        return trainees[id]?.name ?? text("charge.struck")
    }

    func chargeScreen(_ title: String, _ sections: [SheetSection], notice: DeskNotice?) -> SheetScreen {
        let crumb = ChromeLink(label: text("staff.tab.billing"), path: path("/staff/billing"), isCurrent: false)
        return SheetScreen(
            chrome: chrome(title), head: staffHead(.billing, title, notice: notice, crumbs: [crumb]),
            sections: sections)
    }
}
