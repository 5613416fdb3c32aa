import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// The form by which the lead takes a demand that comes too late.
enum LateDemand {
    /// Nil while the employers can still state their own, and when the round is over.
    static func form(_ room: RoundVisit, _ members: [DirectoryEntry], _ refusal: Refusal?) -> DeskForm? {
        let (visit, round) = (room.visit, room.round)
        let isLate = round.closedAt == nil && !round.demandDeadline.admits(visit.arrival)
        guard isLate || refusal != nil else { return nil }
        let make = DeskFields(visit: visit, texts: "desk.demand", refusal: refusal)
        let names = members.map { ($0.definition.slug.text, $0.definition.name.text(in: visit.language)) }
        let choices = [("", visit.text("desk.choose"))] + names.sorted { $0.1 < $1.1 }
        return DeskForm(
            action: room.address("/demands"),
            fields: [make.choices("organisation", .choice, choices, chosen: [], required: true)] + make.ofDemand(nil),
            button: visit.text("staff.late.press"), once: OnceKey.fresh(visit))
    }
}
