import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// The form for the whole plan of a trainee's periods.
struct PlacementParts {
    let room: TraineeVisit
    let maker: SheetMaker

    init(_ room: TraineeVisit, _ maker: SheetMaker) { (self.room, self.maker) = (room, maker) }

    func sections() async throws -> [SheetSection] {
        guard room.mayPresent(.planPlacements) else { return [SheetSection(empty: room.text("over"))] }
        let hosts = try await room.visit.fetch(HostList(trainee: room.id))
        let rows = PlacementRows(room: room, maker: maker, hosts: hosts)
        var form = maker.form(PlacementRows.key, room.path("/placements"), [], isFolded: false)
        (form.parts, form.once) = (rows.parts, OnceKey.fresh(room.visit))
        return [
            SheetSection(
                notes: [
                    room.text("plan.what", ["dates": room.days(room.detail.trainee.period)]), room.text("plan.blank"),
                ], forms: [form])
        ]
    }

    static func plan(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        try await room.take(request, PlacementRows.key, on: .placements, done: "placements.planned") { typed in
            let former = room.detail.placements.map(\.placement.id)
            let plan = try SentPlan(typed, former: former) { room.visit.newID() }
            do {
                _ = try await room.visit.perform(
                    PlanPlacements(trainee: room.id, items: plan.items), idempotency: OnceKey.key(of: typed))
            } catch Rejection.invalid(let problems) {
                throw Rejection.invalid(problems.map(plan.inForm))
            }
        }
    }
}
