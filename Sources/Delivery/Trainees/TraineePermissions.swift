import KohortCore

extension Permission {
    /// Of the command that only reactions perform.
    package static let enrolTrainee = Permission("delivery.trainee.enrol")
    /// To enter a trainee of a cohort whose round was not held here.
    package static let enterTrainee = Permission("delivery.trainee.enter")
    /// To strike out a trainee who was entered by mistake.
    package static let removeTrainee = Permission("delivery.trainee.remove")
    /// To see a trainee's months: placements, people, goals, gatherings.
    package static let readTrainee = Permission("delivery.trainee.read")
    package static let readTrainees = Permission("delivery.trainee.list")
    /// Anybody's: it shows what the acting person is named to.
    package static let readOwnTrainees = Permission("delivery.trainee.read_own")
    /// Of the command that only reactions perform.
    package static let releaseFollowers = Permission("delivery.followers.release")
}
