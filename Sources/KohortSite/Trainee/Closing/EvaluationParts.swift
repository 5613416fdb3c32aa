import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// What was found: by the trainee of the programme, and by supervisors of the periods.
struct EvaluationParts {
    let room: TraineeVisit
    let maker: SheetMaker

    init(_ room: TraineeVisit, _ maker: SheetMaker) { (self.room, self.maker) = (room, maker) }

    func sections() async throws -> [SheetSection] {
        var sections: [SheetSection] = []
        if room.rights.contains(.readEvaluations) {
            let given = try await room.visit.fetch(EvaluationsOfTrainee(trainee: room.id))
            sections.append(
                SheetSection(prose: given.map(words), empty: given.isEmpty ? room.text("evaluation.none") : ""))
        }
        if room.may(.evaluateProgramme) {
            let field = maker.fields("evaluate").field("text", .area, "", true)
            sections.append(
                SheetSection(
                    notes: [room.text("evaluation.what")],
                    forms: [maker.form("evaluate", room.path("/evaluation"), [field], isFolded: false)]))
        }
        return sections
    }

    private func words(_ evaluation: Evaluation) -> Fact {
        let day = room.visit.format.time(evaluation.givenAt)
        if case .placement(let id) = evaluation.of,
            let line = room.detail.placements.first(where: { $0.placement.id == id })
        {
            return Fact("\(room.name(of: line)), \(day)", evaluation.text)
        }
        return Fact("\(room.detail.trainee.name), \(day)", evaluation.text)
    }

    static func give(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        try await room.take(request, "evaluate", on: .evaluation, done: "evaluated") { typed in
            let command = EvaluateProgramme(
                evaluation: room.visit.newID(), trainee: room.id, text: typed.text("text"))
            _ = try await room.visit.perform(command, idempotency: OnceKey.key(of: typed))
        }
    }
}
