import KohortCore
import KohortStore

/// The interest that municipalities have registered, the newest first.
package struct InterestList: Query {
    package static let permission = Permission.readInterests
    package let scope = Scope.consortium
    /// Only this programme's; nil for all.
    package let programme: ProgrammeID?

    package init(programme: ProgrammeID? = nil) { self.programme = programme }

    package func fetch(in read: borrowing Read) throws -> [Interest] {
        let chosen: SQL = programme.map { "where programme = \($0)" } ?? ""
        return try read.all(Interest.self, "\(chosen) order by registered_at desc, id desc")
    }
}
