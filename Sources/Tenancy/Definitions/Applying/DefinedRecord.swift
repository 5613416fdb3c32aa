import KohortCore
import KohortStore

/// A row that a definition file lays: it keeps the part of the file it was made from beside the columns that queries
/// need, so that the stored definition can be put together again and held against the next file.
protocol DefinedRecord: Record, Equatable {
    associatedtype IDTag
    associatedtype Definition: Codable & Sendable & Equatable
    var id: ID<IDTag> { get }
    var slug: Slug { get }
    var definition: Definition { get }
}

extension DefinedRecord {
    static func find(_ slug: Slug, in read: borrowing Read) throws -> Self? {
        try read.first(Self.self, "where slug = \(slug)")
    }

    /// Writes the row that `make` builds for the old row, or for none; nil when that changes nothing.
    static func put(
        _ slug: Slug, in write: borrowing Write, _ make: (Self?) throws -> Self
    ) throws -> (old: Self?, new: Self)? {
        let old = try find(slug, in: write.read)
        let new = try make(old)
        if new == old { return nil }
        if old == nil { try write.insert(new) } else { try write.update(new) }
        return (old, new)
    }

    /// All rows' parts of the definition, in the order of their slugs.
    static func definitions(in read: borrowing Read) throws -> [Definition] {
        try read.all(Self.self, "order by slug").map(\.definition)
    }
}
