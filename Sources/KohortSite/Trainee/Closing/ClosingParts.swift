import Delivery
import KohortCore
import KohortStore
import KohortWeb

/// The coordinator's checklist, what became of the trainee, the end of the programme and its documents.
struct ClosingParts {
    let room: TraineeVisit
    let maker: SheetMaker

    init(_ room: TraineeVisit, _ maker: SheetMaker) { (self.room, self.maker) = (room, maker) }

    private var visit: Visit { room.visit }

    func sections() async throws -> [SheetSection] {
        let documents = try await visit.fetch(DocumentsOfTrainee(trainee: room.id))
        return [checklist, outcomes, end, self.documents(documents)].compactMap(\.self)
    }

    private var checklist: SheetSection? {
        let rows = room.detail.checklist.map { line in
            var row = SheetRow(
                line.item.text.text(in: visit.language), [line.tickedOn.map(visit.format.date) ?? "–"])
            if room.may(.tickChecklist) {
                let path = room.path("/checklist/\(line.item.slug)")
                row.forms =
                    line.tickedOn == nil
                    ? [maker.press("tick", path, of: row.name)]
                    : [maker.press("untick", "\(path)/removal", of: row.name)]
            }
            return row
        }
        let columns = ["item", "ticked_on"].map { room.text("column.\($0)") }
        return SheetTable(room.text("checklist"), columns, rows).map {
            SheetSection(title: room.text("checklist"), table: $0)
        }
    }

    private var outcomes: SheetSection {
        let rows = OutcomeKind.allCases.map { kind in
            let fact = room.detail.outcomes.first { $0.kind == kind }
            var row = SheetRow(room.text("outcome.\(kind.rawValue)"), [fact.map { visit.format.date($0.on) } ?? "–"])
            if room.may(.recordOutcome) {
                row.forms = [fact == nil ? record(kind, row.name) : clear(kind, row.name)]
            }
            return row
        }
        let columns = ["outcome", "day"].map { room.text("column.\($0)") }
        return SheetSection(
            title: room.text("outcomes"), notes: [room.text("outcomes.what")],
            table: SheetTable(room.text("outcomes"), columns, rows))
    }

    private func record(_ kind: OutcomeKind, _ name: String) -> SheetForm {
        let key = Self.key(of: kind)
        let field = maker.fields(key, texts: "record").field("on", .date)
        return maker.form(key, texts: "record", room.path("/outcomes/\(kind.rawValue)"), [field], of: name)
    }

    private func clear(_ kind: OutcomeKind, _ name: String) -> SheetForm {
        maker.press("clear", room.path("/outcomes/\(kind.rawValue)/removal"), of: name)
    }

    static func key(of kind: OutcomeKind) -> String { "outcome-\(kind.rawValue)" }
}

extension ClosingParts {
    private var end: SheetSection {
        let trainee = room.detail.trainee
        if let day = trainee.endedOn {
            let values = ["date": visit.format.date(day)]
            return SheetSection(title: room.text("end"), notes: [room.text("end.\(trainee.state.rawValue)", values)])
        }
        let missing = room.detail.closing.map { room.text("closing.\($0.rawValue)") }
        var forms: [SheetForm] = []
        if room.mayPresent(.completeTrainee) {
            forms.append(form("complete", "/completion", [day("complete")], .primary))
        }
        if room.mayPresent(.endTrainee) {
            if room.rules.completion.earlyHireEnds {
                forms.append(form("hire_early", "/early-hire", [day("hire_early")], .plain))
            }
            let reasons = WithdrawalReason.allCases.map {
                (value: $0.rawValue, label: room.text("reason.\($0.rawValue)"))
            }
            let reason = maker.fields("withdraw").choices("reason", .choice, reasons, chosen: [], required: true)
            forms.append(form("withdraw", "/withdrawal", [day("withdraw"), reason], .danger))
        }
        let notes = missing.isEmpty ? [] : [room.text("end.missing", ["steps": visit.format.list(missing)])]
        return SheetSection(title: room.text("end"), notes: notes, forms: forms)
    }

    private func day(_ key: String) -> DeskField { maker.fields(key).field("on", .date, room.today.description) }

    private func form(_ key: String, _ path: String, _ fields: [DeskField], _ look: SheetForm.Look) -> SheetForm {
        var form = maker.form(key, room.path(path), fields, look: look)
        form.note = room.text("\(key).what")
        return form
    }

    private func documents(_ documents: [IssuedDocument]) -> SheetSection? {
        let kinds = room.rules.completion.documents
        guard !kinds.isEmpty else { return nil }
        let standing = Set(documents.filter { $0.revokedAt == nil }.map(\.kind))
        var forms: [SheetForm] = []
        if kinds.contains(.diploma), !standing.contains(.diploma), room.rights.contains(.awardDiploma) {
            forms.append(issue("award", "/diplomas"))
        }
        if kinds.contains(.certificate), !standing.contains(.certificate), room.rights.contains(.issueCertificate) {
            forms.append(issue("certify", "/certificates"))
        }
        return SheetSection(
            title: room.text("documents"), table: DocumentTable.of(documents, room, maker),
            empty: documents.isEmpty ? room.text("documents.none") : "", forms: forms)
    }

    private func issue(_ words: String, _ path: String) -> SheetForm {
        var form = maker.press(words, room.path(path), of: "", look: .primary)
        form.once = OnceKey.fresh(visit)
        return form
    }
}
