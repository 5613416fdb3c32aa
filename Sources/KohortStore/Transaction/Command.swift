import KohortCore

/// A change that somebody asks for, as a value. `perform` loads, calls a pure rule, writes and records an event. It
/// touches nothing but the database, since a batch that fails is performed again: ids and time come with it.
package protocol Command: Sendable, Codable {
    associatedtype Outcome: Sendable & Codable = Done
    static var permission: Permission { get }
    /// The events that it may record; a reaction to one of them is a further command in the same transaction.
    static var events: [any Event.Type] { get }
    /// The object that the permission is asked for on, from the command's own values.
    var scope: Scope { get }
    func perform(in write: borrowing Write) throws -> Outcome
}

extension Command {
    /// The name that the route table, the journal of reactions and the operator's socket know it by.
    package static var name: String { "\(Self.self)" }
}

/// The outcome of a command that has nothing to tell but that it was done.
package struct Done: Hashable, Sendable, Codable {
    package init() {}
}

/// What one screen reads, in one snapshot.
package protocol Query: Sendable {
    associatedtype Answer: Sendable
    static var permission: Permission { get }
    var scope: Scope { get }
    func fetch(in read: borrowing Read) throws -> Answer
    /// Whether what it reads is kept, as in a `KeptQuery`, so that it is worth looking there first.
    static var isKept: Bool { get }
    /// What `fetch` answers, kept where that is allowed.
    func answer(in read: borrowing Read) throws -> Answer
}

extension Query {
    package static var name: String { "\(Self.self)" }
}
