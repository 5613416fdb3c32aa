import KohortCore
import KohortStore

/// All programmes of the consortium, also those that are not published, with what the lead should look at.
package struct ProgrammeList: Query {
    package static let permission = Permission.readDefinition
    package let scope = Scope.consortium

    package init() {}

    package func fetch(in read: borrowing Read) throws -> [Programme] {
        try read.all(Programme.self, "order by slug")
    }
}
