import KohortCore
import KohortStore

/// A record with a column of every type.
struct Measure: Record, Equatable {
    static let table: StaticString = "measure"
    static let columns: [StaticString] = ["id", "count", "ratio", "name", "content"]
    let id: DocumentID
    var count: Int64?
    var ratio: Double?
    var name: String?
    var content: [UInt8]?

    init(
        id: DocumentID = .new(), count: Int64? = nil, ratio: Double? = nil, name: String? = nil,
        content: [UInt8]? = nil
    ) {
        (self.id, self.count, self.ratio, self.name, self.content) = (id, count, ratio, name, content)
    }

    init(_ tuple: borrowing Tuple) throws {
        id = try tuple[0]
        count = try tuple[1]
        ratio = try tuple[2]
        name = try tuple[3]
        content = try tuple[4]
    }

    var values: [SQLValue] { [id.sqlValue, count.sqlValue, ratio.sqlValue, name.sqlValue, content.sqlValue] }
}
