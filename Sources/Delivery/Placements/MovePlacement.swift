import KohortCore
import KohortStore

/// Gives one placement another host, unit or other dates; the whole plan must still fulfil the rules.
package struct MovePlacement: Command {
    package static let permission = Permission.planPlacements
    package static let events: [any Event.Type] = PlacementChange.events
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID
    package let placement: PlacementID
    package let host: OrganisationID
    package let unit: UnitID?
    package let startsOn: LocalDate
    /// The first day after it.
    package let endsBefore: LocalDate

    package init(
        trainee: TraineeID, placement: PlacementID, host: OrganisationID, unit: UnitID? = nil, startsOn: LocalDate,
        endsBefore: LocalDate
    ) {
        (self.trainee, self.placement) = (trainee, placement)
        (self.host, self.unit) = (host, unit)
        (self.startsOn, self.endsBefore) = (startsOn, endsBefore)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let found = try write.present(trainee)
        let former = try Placement.all(of: trainee, in: write.read)
        guard let index = former.firstIndex(where: { $0.id == placement }) else { throw Rejection.notFound }
        var items = former.map { PlacementItem($0) }
        items[index] = PlacementItem(
            id: placement, part: former[index].part, host: host, unit: unit, startsOn: startsOn,
            endsBefore: endsBefore)
        try write.problems(with: items, for: found).map { $0.ofLine(index) }.throwIfAny()
        try PlacementChange(of: found, from: former, to: items).perform(in: write)
        return Done()
    }
}

extension FieldProblem {
    /// Under the field's own name where it is about this line, as the form of one placement has it.
    fileprivate func ofLine(_ index: Int) -> FieldProblem {
        let prefix = "placements[\(index)]."
        return field.hasPrefix(prefix) ? FieldProblem(String(field.dropFirst(prefix.count)), code, values) : self
    }
}
