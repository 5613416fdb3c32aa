import KohortCore

extension Permission {
    package static let planRound = Permission("recruitment.round.plan")
    package static let readRounds = Permission("recruitment.round.read")
    package static let moveDeadlines = Permission("recruitment.round.move")
    package static let publishCall = Permission("recruitment.round.publish")
    package static let releasePool = Permission("recruitment.round.release")
    package static let closeRound = Permission("recruitment.round.close")
    /// The public face: calls, vacancies, the employers that seek trainees. Everyone has it.
    package static let readCalls = Permission("recruitment.call.read")
}
