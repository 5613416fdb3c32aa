import KohortCore

extension Permission {
    /// To name, or propose, a trainee's mentor.
    package static let nameMentor = Permission("delivery.mentor.name")
    /// Anybody's: the commands let only the one who was asked answer, who holds no role yet.
    package static let answerMentorship = Permission("delivery.mentor.answer")
    /// To name a member's people to the pool of mentors (ROM-2).
    package static let keepMentorPool = Permission("delivery.pool.keep")
    package static let readMentorPool = Permission("delivery.pool.read")
}
