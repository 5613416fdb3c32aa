import KohortCore
import KohortStore

/// The tenant's seller; there is one, since a consortium bills in one name.
struct Seller: Record, Hashable {
    static let table: StaticString = "seller"
    static let columns: [StaticString] = ["id", "details", "registered_at"]

    let id: TenantID
    let details: SellerDetails
    let registeredAt: Instant

    init(_ tuple: borrowing Tuple) throws {
        (id, registeredAt) = (try tuple[0], try tuple[2])
        details = (try tuple[1] as StoredJSON).value
    }

    init(_ id: TenantID, _ details: SellerDetails, at now: Instant) {
        (self.id, self.details, registeredAt) = (id, details, now)
    }

    var values: [SQLValue] { [id.sqlValue, StoredJSON(details).sqlValue, registeredAt.sqlValue] }

    static func current(in read: borrowing Read) throws -> Seller? {
        try read.first(Seller.self, "where id = \(read.tenant)")
    }
}
