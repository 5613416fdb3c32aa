import KohortCore
import KohortStore

/// Ends the supervision of a placement with nobody in the supervisor's place: until another is named, the placement is
/// told as one that lacks a supervisor (KS11-25).
package struct EndSupervision: Command {
    package static let permission = Permission.nameSupervisor
    package static let events: [any Event.Type] = [SupervisorEnded.self]
    package var scope: Scope { .placement(placement) }
    package let placement: PlacementID

    package init(placement: PlacementID) { self.placement = placement }

    package func perform(in write: borrowing Write) throws -> Done {
        let placement = try write.find(Placement.self, placement)
        let found = try write.present(placement.trainee)
        guard try Supervision.current(of: placement.id, in: write.read) != nil else {
            throw Rejection.conflict("supervisor.none")
        }
        try write.endSupervision(of: placement.id, in: found)
        return Done()
    }
}
