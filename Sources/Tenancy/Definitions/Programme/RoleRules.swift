/// Who follows a trainee, and what must be in place before a trainee starts.
package struct RoleRules: Equatable, Sendable, Codable {
    package let mentor: MentorRules?
    /// Each period has a supervisor of its own (KS11-25).
    package let supervisorPerPeriod: Bool
    /// The supervisor may hold the employer's authority (KS11-28).
    package let supervisorMayBeEmployer: Bool
    package let beforeStart: [StartRequirement]
}

/// How independent a mentor is of the trainee, and where mentors come from.
package struct MentorRules: Equatable, Sendable, Codable {
    package let independentOf: MentorIndependence
    package let chosenFrom: MentorSource
    /// The mentor must accept (ROM-2).
    package let accepts: Bool
}

/// What a mentor must stand outside of: the trainee's line (KS11-22) or the trainee's organisation (ROM-4).
package enum MentorIndependence: String, Sendable, Codable, CaseIterable { case line, organisation }

/// Whose people a mentor is chosen among.
package enum MentorSource: String, Sendable, Codable, CaseIterable {
    case anywhere
    case anotherMember = "another_member"
}

/// What an employer must have done before its trainees start (KS11-10, KS11-20).
package enum StartRequirement: String, Sendable, Codable, CaseIterable {
    case coordinatorNamed = "coordinator_named"
    case aimsAnchored = "aims_anchored"
}

/// How often trainee and mentor or supervisor talk.
package struct TalkRules: Equatable, Sendable, Codable {
    /// Months between a mentor's talks (KS11-23).
    package let mentorEveryMonths: Int?
    package let supervisorEveryMonths: Int?
    /// The supervisor holds a final talk and writes an evaluation at a period's end (KS11-27).
    package let closesPeriod: Bool
}

extension RoleRules {
    init(_ keys: Keys) {
        mentor = keys.optional("mentor")?.block(MentorRules.init)
        supervisorPerPeriod = keys.optional("supervisor_per_period")?.flag() ?? false
        supervisorMayBeEmployer = keys.optional("supervisor_may_be_employer")?.flag() ?? false
        beforeStart = keys.list("before_start", 0...10).map { $0.word(or: .coordinatorNamed) }
    }
}

extension MentorRules {
    init(_ keys: Keys) {
        independentOf = keys["independent_of"].word(or: .line)
        chosenFrom = keys.optional("chosen_from")?.word(or: .anywhere) ?? .anywhere
        accepts = keys.optional("accepts")?.flag() ?? false
    }
}

extension TalkRules {
    init() { (mentorEveryMonths, supervisorEveryMonths, closesPeriod) = (nil, nil, false) }

    init(_ keys: Keys) {
        mentorEveryMonths = keys.optional("mentor_every_months")?.integer(1...24)
        supervisorEveryMonths = keys.optional("supervisor_every_months")?.integer(1...24)
        closesPeriod = keys.optional("closes_period")?.flag() ?? false
    }
}
