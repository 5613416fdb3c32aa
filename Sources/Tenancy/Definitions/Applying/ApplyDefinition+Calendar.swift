import KohortCore
import KohortStore

extension ApplyDefinition {
    /// A matter that was settled stays settled, however the definition words it.
    func put(_ definition: MatterDefinition, in write: borrowing Write) throws {
        let programme = try definition.programme.map { try find(Programme.self, $0, in: write).id }
        let old = try write.first(Matter.self, "where slug = \(definition.slug)")
        var new = Matter(
            id: old?.id ?? .new(at: write.now), kind: definition.kind, title: definition.title, programme: programme,
            raisedAt: old?.raisedAt ?? write.now, definition: definition)
        if let old { (new.settledAt, new.settlement) = (old.settledAt, old.settlement) }
        if new == old { return }
        if old == nil { try write.insert(new) } else { try write.update(new) }
        try write.record(MatterRaised(matter: new.id, kind: new.kind, programme: programme))
    }

    func put(_ occasion: OccasionDefinition, in write: borrowing Write) throws {
        let now = write.now
        let put = try Occasion.put(occasion.slug, in: write) { Occasion(id: $0?.id ?? .new(at: now), occasion) }
        guard let row = put?.new else { return }
        try write.record(
            OccasionDefined(
                occasion: row.id, kind: occasion.kind, firstDay: row.firstDay, lastDay: row.lastDay))
    }
}
