import Delivery
import KohortCore
import KohortStore
import KohortWeb
import Tenancy

/// Who follows a trainee: the mentor, the supervisors, and whom the coordinator counts as line.
struct PeopleParts {
    let room: TraineeVisit
    let maker: SheetMaker

    init(_ room: TraineeVisit, _ maker: SheetMaker) { (self.room, self.maker) = (room, maker) }

    private var visit: Visit { room.visit }

    func sections() async throws -> [SheetSection] {
        let mentor = room.rules.roles.mentor == nil ? nil : try await mentorSection()
        return [mentor, supervisors, line].compactMap(\.self)
    }

    private func mentorSection() async throws -> SheetSection {
        let lines = room.detail.mentors
        let (now, past) = (lines.filter(\.mentorship.state.isOpen), lines.filter { !$0.mentorship.state.isOpen })
        let fields = try await mentorFields()
        return SheetSection(
            title: room.text("mentor"), table: table(now, "mentor"), past: table(past, "mentor.former"),
            empty: now.isEmpty ? room.text("mentor.none") : "",
            forms: room.mayPresent(.nameMentor)
                ? [maker.form("name_mentor", room.path("/mentors"), fields, isFolded: !now.isEmpty)] : [])
    }

    /// From the pool where the programme has one; otherwise anybody, with where they work.
    private func mentorFields() async throws -> [DeskField] {
        guard room.mayPresent(.nameMentor) else { return [] }
        let make = maker.fields("name_mentor")
        let none = [(value: "", label: visit.text("desk.choose"))]
        if room.rules.roles.mentor?.chosenFrom == .anotherMember {
            let pool = try await visit.fetch(MentorPool())
            let choices = pool.map { line in
                (value: PooledChoice.value(of: line), label: "\(line.contact.name), \(line.organisationName)")
            }
            return [make.choices("person", .choice, none + choices, chosen: [""], hinted: true, required: true)]
        }
        let organisations = visit.consortium.organisations.map {
            (value: $0.id.description, label: $0.name.text(in: visit.language))
        }
        return make.ofContact()
            + [make.choices("employed_by", .choice, none + organisations, chosen: [""], required: false)]
    }

    private func table(_ lines: [MentorLine], _ caption: String) -> SheetTable? {
        let columns = ["person", "email", "since", "until"].map { room.text("column.\($0)") }
        let rows = lines.map { line in
            let mentorship = line.mentorship
            var row = SheetRow(
                line.follower.name(visit),
                [
                    line.follower.address, mentorship.from.map(visit.format.date) ?? "–",
                    mentorship.until.map(visit.format.date) ?? "–",
                ])
            (row.mark, row.state) = (mentorship.mark, room.text("mentorship.\(mentorship.state.rawValue)"))
            if mentorship.state.isOpen, room.mayPresent(.nameMentor) {
                row.forms = [maker.press("end_mentor", room.path("/mentors/\(mentorship.id)/ending"), of: row.name)]
            }
            return row
        }
        return SheetTable(room.text(caption), columns, rows)
    }

    private var supervisors: SheetSection {
        let columns = ["placement", "person", "email", "since", "until"].map { room.text("column.\($0)") }
        func table(_ caption: String, _ isCurrent: Bool) -> SheetTable? {
            let rows = room.detail.placements.flatMap { placement in
                placement.supervisors.filter { ($0.supervision.until == nil) == isCurrent }.map { line in
                    row(line, of: placement)
                }
            }
            return SheetTable(room.text(caption), columns, rows)
        }
        let current = table("supervisors", true)
        return SheetSection(
            title: room.text("supervisors"), table: current, past: table("supervisors.former", false),
            empty: current == nil ? room.text("supervisors.none") : "", forms: supervisorForms)
    }

    private func row(_ line: SupervisorLine, of placement: PlacementLine) -> SheetRow {
        var row = SheetRow(
            room.name(of: placement),
            [
                line.follower.name(visit), line.follower.address, visit.format.date(line.supervision.from),
                line.supervision.until.map(visit.format.date) ?? "–",
            ])
        if line.supervision.until == nil, room.mayPresent(.nameSupervisor) {
            let path = room.path("/placements/\(placement.placement.id)/supervisors/ending")
            row.forms = [maker.press("end_supervisor", path, of: "\(row.name), \(line.follower.name(visit))")]
        }
        return row
    }

    /// One for each period that is not over.
    private var supervisorForms: [SheetForm] {
        guard room.mayPresent(.nameSupervisor) else { return [] }
        return room.detail.placements.filter { $0.placement.period.end > room.today }.map { line in
            let key = Self.key(of: line.placement.id)
            let make = maker.fields(key, texts: "name_supervisor")
            var fields = make.ofContact()
            if room.rules.roles.supervisorMayBeEmployer {
                fields.append(
                    make.choices("authority", .anyOf, [("yes", room.text("authority.yes"))], chosen: []))
            }
            let name = "\(room.part(line.placement.part)): \(room.name(of: line))"
            var form = maker.form(
                key, texts: "name_supervisor", room.path("/placements/\(line.placement.id)/supervisors"), fields)
            form.fold = room.text("name_supervisor.fold", ["placement": name])
            return form
        }
    }

    static func key(of placement: PlacementID) -> String { "supervisor-\(placement)" }

    private var line: SheetSection? {
        guard room.rights.contains(.keepLine) else { return nil }
        let columns = ["person", "email"].map { room.text("column.\($0)") }
        let rows = room.detail.line.map { follower in
            var row = SheetRow(follower.name(visit), [follower.address])
            if room.mayPresent(.keepLine) {
                row.forms = [maker.press("unmark", room.path("/line/\(follower.person)/removal"), of: row.name)]
            }
            return row
        }
        return SheetSection(
            title: room.text("line"), notes: [room.text("line.what")],
            table: SheetTable(room.text("line"), columns, rows), empty: rows.isEmpty ? room.text("line.none") : "",
            forms: room.mayPresent(.keepLine)
                ? [maker.form("mark", room.path("/line"), maker.fields("mark").ofContact())] : [])
    }
}

extension Mentorship {
    fileprivate var mark: DueLine.Mark {
        switch state {
        case .active: .good
        case .proposed: .soon
        case .declined, .ended: .ahead
        }
    }
}

/// Somebody of the pool, as a form names them.
enum PooledChoice {
    static func value(of line: MentorPool.Line) -> String { "\(line.person)/\(line.organisation)" }
}
