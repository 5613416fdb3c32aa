import Delivery
import KohortCore
import KohortStore
import KohortWeb

/// One placement: the development plan, the supervisor's talks and evaluation.
struct PeriodParts {
    let visit: Visit
    let detail: PlacementDetail.Answer
    let maker: SheetMaker

    private var today: LocalDate { detail.zone.date(at: visit.arrival) }
    private var path: String { "/placements/\(detail.line.placement.id)" }
    private func text(_ key: String) -> String { visit.text("trainee.\(key)") }

    private func may(_ permission: Permission) -> Bool {
        detail.rights.contains(permission) && !detail.isClosed
    }

    func sections() -> [SheetSection] { [plan, goals, talks, evaluation].compactMap(\.self) }

    private var plan: SheetSection {
        var section = SheetSection(title: text("plan"))
        if let plan = detail.plan {
            section.prose = [
                Fact(text("write.responsibilities"), plan.responsibilities), Fact(text("write.tasks"), plan.tasks),
            ]
            section.facts = [
                Fact(text("plan.supervisor_agreed"), agreed(plan.supervisorAgreedAt)),
                Fact(text("plan.trainee_agreed"), agreed(plan.traineeAgreedAt)),
            ]
        } else {
            section.empty = text("plan.none")
        }
        section.forms = agreements + (may(.writePlan) ? [writing] : [])
        return section
    }

    private func agreed(_ at: Instant?) -> String { at.map(visit.format.time) ?? text("plan.not_agreed") }

    private var agreements: [SheetForm] {
        guard let plan = detail.plan else { return [] }
        var forms: [SheetForm] = []
        if may(.agreePlanAsSupervisor), plan.supervisorAgreedAt == nil {
            forms.append(maker.press("agree", "\(path)/plan/supervisor-agreement", of: "", look: .primary))
        }
        if may(.agreePlanAsTrainee), plan.traineeAgreedAt == nil {
            forms.append(maker.press("agree", "\(path)/plan/trainee-agreement", of: "", look: .primary))
        }
        return forms
    }

    private var writing: SheetForm {
        let make = maker.fields("write")
        let goals = detail.plan?.goals.map(\.text).joined(separator: "\n") ?? ""
        return maker.form(
            "write", "\(path)/plan",
            [
                make.field("responsibilities", .area, detail.plan?.responsibilities ?? ""),
                make.field("tasks", .area, detail.plan?.tasks ?? ""), make.field("goals", .area, goals, true),
            ], isFolded: detail.plan != nil)
    }

    private var goals: SheetSection? {
        let rows = (detail.plan?.goals ?? []).enumerated().map { index, goal in
            var row = SheetRow(goal.text, [goal.reachedOn.map(visit.format.date) ?? "–"])
            if may(.writePlan) {
                let goalPath = "\(path)/plan/goals/\(index + 1)"
                row.forms =
                    goal.reachedOn == nil
                    ? [maker.press("reach", goalPath, of: row.name)]
                    : [maker.press("unreach", "\(goalPath)/removal", of: row.name)]
            }
            return row
        }
        let columns = ["goal", "reached_on"].map { text("column.\($0)") }
        return SheetTable(text("plan.goals"), columns, rows).map { SheetSection(title: text("plan.goals"), table: $0) }
    }

    private var talks: SheetSection {
        let rows = detail.talks.map { SheetRow(visit.format.day($0.heldOn), [text("talk.kind.\($0.kind.rawValue)")]) }
        let make = maker.fields("period_talk")
        let kinds = [TalkKind.followUp, .final].map { (value: $0.rawValue, label: text("talk.kind.\($0.rawValue)")) }
        let fields = [
            make.field("held_on", .date, today.description),
            make.choices("kind", .oneOf, kinds, chosen: [TalkKind.followUp.rawValue]),
        ]
        return SheetSection(
            title: text("talk.supervisor"),
            table: SheetTable(text("talk.supervisor"), ["day", "kind"].map { text("column.\($0)") }, rows),
            empty: rows.isEmpty ? text("talk.none") : "",
            forms: may(.logSupervisorTalk) ? [maker.form("period_talk", "\(path)/talks", fields)] : [])
    }

    private var evaluation: SheetSection? {
        guard !detail.rights.isDisjoint(with: [.evaluatePlacement, .readEvaluations]) else { return nil }
        let field = maker.fields("evaluate_period").field("text", .area, detail.evaluation?.text ?? "", true)
        return SheetSection(
            title: text("tab.evaluation"),
            prose: detail.evaluation.map { [Fact(visit.format.time($0.givenAt), $0.text)] } ?? [],
            empty: detail.evaluation == nil ? text("evaluation.none") : "",
            forms: may(.evaluatePlacement)
                ? [maker.form("evaluate_period", "\(path)/evaluation", [field], isFolded: detail.evaluation != nil)]
                : [])
    }
}
