import KohortCore
import KohortStore

/// All matters, the open ones first, then in the order they were raised.
package struct MatterList: Query {
    package static let permission = Permission.readMatters
    package let scope = Scope.consortium

    package init() {}

    package func fetch(in read: borrowing Read) throws -> [Matter] {
        try read.all(
            Matter.self, "order by case when settled_at is null then 0 else 1 end, raised_at, kind, id")
    }
}
