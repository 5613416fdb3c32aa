import KohortCore

/// What other modules do because of an event, in the same transaction: the business on one page of the composition.
package struct Reactions: Sendable {
    struct Reaction: Sendable {
        let event: any Event.Type
        let command: any Command.Type
        let react: @Sendable (any Event, Int64, borrowing Write) throws -> Void
    }

    private var byEvent: [ObjectIdentifier: [Reaction]] = [:]
    private(set) var all: [Reaction] = []

    package init() {}

    /// One command for each event of the type; nil where this one leads to nothing.
    package mutating func on<E: Event, C: Command>(_: E.Type, _ make: @escaping @Sendable (E) -> C?) {
        let reaction = Reaction(event: E.self, command: C.self) { event, number, write in
            guard let event = event as? E, let command = make(event) else { return }
            _ = try write.perform(command, becauseOf: number)
        }
        byEvent[ObjectIdentifier(E.self), default: []].append(reaction)
        all.append(reaction)
    }

    func to(_ event: any Event.Type) -> [Reaction] { byEvent[ObjectIdentifier(event)] ?? [] }

    /// A chain of reactions that comes back to its first command, by name; nil when there is none.
    package func cycle() -> [String]? {
        for reaction in all {
            if let path = path(from: reaction, visited: []) { return path }
        }
        return nil
    }

    private func path(from reaction: Reaction, visited: [String]) -> [String]? {
        let name = reaction.command.name
        guard !visited.contains(name) else { return visited + [name] }
        for event in reaction.command.events {
            for next in to(event) {
                if let found = path(from: next, visited: visited + [name]) { return found }
            }
        }
        return nil
    }
}
