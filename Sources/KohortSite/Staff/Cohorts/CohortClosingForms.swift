import Delivery
import KohortCore
import KohortWeb

/// The forms of the closing page: what became of a trainee, and that one has completed.
struct CohortClosingForms {
    static let outcome = "outcome"
    static let completion = "completion"

    let room: CohortVisit
    let outcomes: [CohortOutcomes.Line]
    let refused: RefusedForm?

    /// Nil where there is nobody, or nothing changes any more.
    var ofOutcome: DeskForm? {
        let kinds = OutcomeKind.allCases.map { ($0.rawValue, room.visit.text("cohort.outcome.\($0.rawValue)")) }
        let kind = fields(Self.outcome).choices("kind", .choice, kinds, chosen: [])
        return form(Self.outcome, "/outcomes", outcomes.map(\.trainee), between: [kind], "cohort.outcome.press")
    }

    /// For those who are still in the programme.
    var ofCompletion: DeskForm? {
        let enrolled = outcomes.map(\.trainee).filter { $0.state == .enrolled }
        return form(Self.completion, "/completion", enrolled, between: [], "closing.complete.press")
    }

    private func form(
        _ key: String, _ path: String, _ trainees: [Trainee], between: [DeskField], _ button: String
    ) -> DeskForm? {
        guard !room.isClosed, !trainees.isEmpty else { return nil }
        let make = fields(key)
        let names = trainees.map { (value: "\($0.id)", label: $0.name) }
        return DeskForm(
            action: room.address(path),
            fields: [make.choices("trainee", .choice, names, chosen: [])] + between + [make.field("on", .date)],
            button: room.visit.text(button), once: OnceKey.fresh(room.visit))
    }

    private func fields(_ key: String) -> DeskFields {
        DeskFields(
            visit: room.visit, texts: "cohort.outcome", idPrefix: "\(key)-",
            refusal: refused?.key == key ? refused?.refusal : nil)
    }
}
