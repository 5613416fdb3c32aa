import KohortStore

/// A server that does what it is told and whose answer to the commit is lost.
final class SilentStorage: Storage {
    private let storage: any Storage

    init(_ storage: any Storage) { self.storage = storage }

    var dialect: any Dialect { storage.dialect }

    func write<Answer>(_ body: (any WriteConnection) throws -> Answer) throws -> Answer {
        _ = try storage.write(body)
        throw StoreFault.undecided("no answer")
    }

    func read<Answer>(reader: Int, _ body: (any Connection) throws -> Answer) throws -> Answer {
        try storage.read(reader: reader, body)
    }

    func close() { storage.close() }
}
