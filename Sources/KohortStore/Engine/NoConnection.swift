/// Stands where everything is hoped to be kept already. Whoever reads or writes finds out that it is not, and poisons the
/// transaction.
final class NoConnection: Connection {
    struct NotKept: Error {}

    func execute(_ sql: SQL) throws -> Int { throw NotKept() }
    func forEach(_ sql: SQL, _ body: (borrowing Tuple) throws -> Void) throws { throw NotKept() }
    func pin() throws { throw NotKept() }
}
