import KohortCore

extension Permission {
    package static let reachGoal = Permission("delivery.goal.reach")
}
