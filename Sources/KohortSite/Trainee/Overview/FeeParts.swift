import Billing
import Delivery
import KohortCore
import KohortStore
import KohortWeb

/// What the employer owes for a trainee, shown to who pays and to the programme office. Leaving cancels nothing of it.
struct FeeParts {
    let room: TraineeVisit

    init(_ room: TraineeVisit) { self.room = room }

    /// Nil for everybody else, and where nothing is charged.
    func section() async throws -> SheetSection? {
        let lines: [ChargeList.Line]
        do { lines = try await room.visit.fetch(ChargesOfTrainee(trainee: room.id)) } catch Rejection.forbidden {
            return nil
        }
        guard !lines.isEmpty else { return nil }
        let rows = lines.map { SheetRow(room.detail.trainee.name, room.visit.cells(of: $0)) }
        let heads = [room.text("column.trainee")] + room.visit.chargeHeads
        return SheetSection(
            title: room.visit.text("charge.heading"), notes: left(lines),
            table: SheetTable(room.visit.text("charge.heading"), heads, rows))
    }

    private func left(_ lines: [ChargeList.Line]) -> [String] {
        let hasLeft = room.detail.trainee.state == .withdrawn || room.detail.trainee.state == .hiredEarly
        guard hasLeft, let owed = lines.owed else { return [] }
        return [room.visit.text("charge.left", ["amount": room.visit.format.money(owed)])]
    }
}
