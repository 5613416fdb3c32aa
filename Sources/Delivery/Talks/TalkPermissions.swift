import KohortCore

extension Permission {
    package static let logMentorTalk = Permission("delivery.talk.log_mentor")
    package static let logSupervisorTalk = Permission("delivery.talk.log_supervisor")
    package static let retractTalk = Permission("delivery.talk.retract")
}
