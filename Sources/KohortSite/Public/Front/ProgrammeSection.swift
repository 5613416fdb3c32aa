import KohortCore
import KohortWeb
import Tenancy

/// A programme as its definition has it, in the words of somebody who thinks of applying.
struct ProgrammeSection: PageModel {
    /// Only where the page does not bear the name already.
    let name: String?
    let summary: String?
    let planned: String?
    let facts: [FactLine]
    let periods: [PeriodLine]
    let shape: [ShapePart]
    let purposes: [String]

    init(_ visit: Visit, _ page: ProgrammePage.Answer, isNamed: Bool) {
        let (programme, language) = (page.programme, visit.language)
        name = isNamed ? programme.name.text(in: language) : nil
        summary = isNamed ? programme.summary?.text(in: language) : nil
        planned = programme.state == .planned ? Self.planned(visit, programme.plannedStart) : nil
        facts = ProgrammeFacts(visit, page).lines
        periods = PeriodLine.lines(visit, programme.rules.periods)
        shape = ShapePart.parts(of: programme.rules.periods)
        purposes = programme.rules.purposes.map { $0.text.text(in: language) }
    }

    private static func planned(_ visit: Visit, _ start: PlannedStart?) -> String {
        guard let start else { return visit.text("front.planned") }
        let values = ["season": visit.text("season.\(start.season.rawValue)"), "year": String(start.year)]
        return visit.text("front.planned_start", values)
    }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name },
        "summary": .text { $0.summary },
        "planned": .text { $0.planned },
        "facts": .list { $0.facts },
        "anyPeriods": .flag { !$0.periods.isEmpty },
        "periods": .list { $0.periods },
        "anyShape": .flag { !$0.shape.isEmpty },
        "shape": .list { $0.shape },
        "anyPurposes": .flag { !$0.purposes.isEmpty },
        "purposes": .texts { $0.purposes },
    ]
}
