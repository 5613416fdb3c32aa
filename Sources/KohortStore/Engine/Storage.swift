import KohortCore

/// One opened database, as an engine implements it. All calls block and belong on the store's own threads.
package protocol Storage: Sendable {
    var dialect: any Dialect { get }
    /// Lends the writer; the caller sees to it that one thread at a time asks.
    func write<Answer>(_ body: (any WriteConnection) throws -> Answer) throws -> Answer
    /// Lends a reader inside one snapshot; `reader` is the calling thread's number, from 0.
    func read<Answer>(reader: Int, _ body: (any Connection) throws -> Answer) throws -> Answer
    /// Reads a number that changes with every commit, whichever process made it, as a snapshot has it; nil where no other
    /// process writes.
    var sharedVersion: (@Sendable (any Connection) throws -> UInt64)? { get }
    /// Gives back every handle. Nobody uses it any more.
    func close()
}

extension Storage {
    package var sharedVersion: (@Sendable (any Connection) throws -> UInt64)? { nil }
}

/// An installation's databases: the registry and one per tenant.
package protocol Engine: Sendable {
    /// Whether other processes work on the same databases.
    var isShared: Bool { get }
    /// What all processes count together, once the registry is open; nil where there is one process.
    var limits: (any SharedLimits)? { get }
    /// What an operator watches of the engine itself, without a tenant's name.
    var figures: [MetricFamily] { get }
    func openRegistry() throws -> any Storage
    /// Makes a tenant's database, with the schema it is given, durable before it returns.
    func create(_ tenant: TenantID, _ schema: Schema) throws
    /// Opens a database that exists; refuses one that bears another tenant's id.
    func open(_ tenant: TenantID) throws -> any Storage
    func files(of tenant: TenantID) -> any FileStorage
    /// Keeps every other process from putting something in this tenant's place or taking it away; nil where one has
    /// claimed it.
    func claim(_ tenant: TenantID) throws -> (any PlaceClaim)?
    /// Puts another tenant's closed database and files in the place of this one's, in one step; what was there goes.
    func replace(_ tenant: TenantID, by draft: TenantID) throws
    /// Removes a tenant's database and files for good.
    func remove(_ tenant: TenantID) throws
    /// Where tenants lie that are none of these, left by what was cut off while it made one. Nobody else may keep any
    /// there, or nothing is answered.
    func strays(beside known: Set<TenantID>) throws -> [String]
}

/// Held until it is ended, or until the process ends. Calls block.
package protocol PlaceClaim: Sendable {
    /// Throws where it was lost, and another may have the place.
    func check() throws
    func end()
}

extension Engine {
    package var limits: (any SharedLimits)? { nil }
    package var figures: [MetricFamily] { [] }
    package func strays(beside known: Set<TenantID>) throws -> [String] { [] }
}
