import KohortCore
import KohortStore

/// What people call the rounds and the channels of their calls.
package struct RoundPlans: KeptQuery {
    package static let permission = Permission.readFront
    package let scope = Scope.consortium

    package init() {}

    package func fetch(in read: borrowing Read) throws -> [RoundPlan] {
        try read.all(RoundPlan.self, "order by slug")
    }
}
