import KohortCore
import KohortStore

/// All rounds of the consortium, newest deadline first; for those who work with one.
package struct RoundList: KeptQuery {
    package static let permission = Permission.readRounds
    package let scope = Scope.anywhere

    package init() {}

    package func fetch(in read: borrowing Read) throws -> [Round] {
        try read.all(Round.self, "order by apply_by desc, id desc")
    }
}
