import KohortCore

/// A snapshot of one tenant's database, lent to a query or a rule. Only the store makes one.
package struct Read: ~Copyable {
    let transaction: Transaction

    init(_ transaction: Transaction) { self.transaction = transaction }

    package var tenant: TenantID { transaction.tenant }
    package var actor: Actor { transaction.actor }
    /// When the request arrived, not when it is served: a queue at the deadline refuses nobody who was in time.
    package var now: Instant { transaction.now }

    package func forEach(_ sql: SQL, _ body: (borrowing Tuple) throws -> Void) throws {
        try transaction.forEach(sql, body)
    }

    @inlinable package func all<Answer>(_ sql: SQL, _ make: (borrowing Tuple) throws -> Answer) throws -> [Answer] {
        var answers: [Answer] = []
        try forEach(sql) { answers.append(try make($0)) }
        return answers
    }

    @inlinable package func first<Answer>(_ sql: SQL, _ make: (borrowing Tuple) throws -> Answer) throws -> Answer? {
        var answer: Answer?
        try forEach(sql) { if answer == nil { answer = try make($0) } }
        return answer
    }

    package func count(_ sql: SQL) throws -> Int { try first(sql) { try $0[0] } ?? 0 }

    /// Rows of a record's own table: `read.all(Offer.self, "where round = \(round) order by id")`.
    package func all<T: Record>(_ type: T.Type, _ rest: SQL = "") throws -> [T] {
        try all(T.selection + " " + rest) { try T($0) }
    }

    package func first<T: Record>(_ type: T.Type, _ rest: SQL) throws -> T? {
        try first(T.selection + " " + rest) { try T($0) }
    }

    /// The record with this key, or `notFound`.
    package func find<T: Record>(_ type: T.Type, _ key: some Storable) throws -> T {
        guard let record = try first(T.self, "where \(Names(T.columns[0])) = \(key)") else { throw Rejection.notFound }
        return record
    }

    /// A port that another module answers, joined by the composition.
    package func ask<Port: Sendable>(_ port: Port.Type) throws -> Port { try transaction.composition.ports.get(port) }

    /// Whether the actor may do something on an object: for a screen that offers only what its reader can do.
    package func may(_ permission: Permission, on scope: Scope) throws -> Bool {
        try transaction.composition.authority.decide(actor, permission, scope, self) == .allowed
    }

    /// The rows of a list that the actor may see by a permission.
    package func reach(of permission: Permission) throws -> Reach {
        try transaction.composition.authority.reach(actor, permission, self)
    }
}
