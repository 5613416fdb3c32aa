import KohortCore

extension ConsortiumDefinition {
    /// This definition with a file of the same consortium laid over it: what the file names takes the file's place, what
    /// it does not name stays. So two files of one consortium live side by side, whichever is applied last.
    package func merged(with file: ConsortiumDefinition) -> ConsortiumDefinition {
        ConsortiumDefinition(
            consortium: file.consortium,
            organisations: Self.merge(organisations, file.organisations, \.slug),
            memberships: Self.merge(memberships, file.memberships, \.slug),
            bodies: Self.merge(bodies, file.bodies, \.slug),
            programmes: Self.merge(programmes, file.programmes, \.slug),
            cohorts: Self.merge(cohorts, file.cohorts, \.slug),
            rounds: Self.merge(rounds, file.rounds, \.slug),
            matters: Self.merge(matters, file.matters, \.slug),
            occasions: Self.merge(occasions, file.occasions, \.slug))
    }

    private static func merge<Item>(_ old: [Item], _ new: [Item], _ slug: (Item) -> Slug) -> [Item] {
        var items = old
        for item in new {
            if let index = items.firstIndex(where: { slug($0) == slug(item) }) {
                items[index] = item
            } else {
                items.append(item)
            }
        }
        return items
    }
}
