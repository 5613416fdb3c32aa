/// Who follows a trainee, and what must be in place before a trainee starts.
package struct RoleRules: Hashable, Sendable, Codable {
    package let mentor: MentorRules?
    /// Each period has a supervisor of its own (KS11-25).
    package let supervisorPerPeriod: Bool
    /// The supervisor may hold the employer's authority (KS11-28).
    package let supervisorMayBeEmployer: Bool
    package let beforeStart: [StartRequirement]

    package init(
        mentor: MentorRules? = nil, supervisorPerPeriod: Bool = false, supervisorMayBeEmployer: Bool = false,
        beforeStart: [StartRequirement] = []
    ) {
        self.mentor = mentor
        self.supervisorPerPeriod = supervisorPerPeriod
        self.supervisorMayBeEmployer = supervisorMayBeEmployer
        self.beforeStart = beforeStart
    }
}

/// How independent a mentor is of the trainee, and where mentors come from.
package struct MentorRules: Hashable, Sendable, Codable {
    package let independentOf: MentorIndependence
    package let chosenFrom: MentorSource
    /// The mentor must accept (ROM-2).
    package let accepts: Bool

    package init(independentOf: MentorIndependence, chosenFrom: MentorSource, accepts: Bool = false) {
        self.independentOf = independentOf
        self.chosenFrom = chosenFrom
        self.accepts = accepts
    }
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
package struct TalkRules: Hashable, Sendable, Codable {
    /// Months between a mentor's talks (KS11-23).
    package let mentorEveryMonths: Int?
    package let supervisorEveryMonths: Int?
    /// The supervisor holds a final talk and writes an evaluation at a period's end (KS11-27).
    package let closesPeriod: Bool

    package init(mentorEveryMonths: Int? = nil, supervisorEveryMonths: Int? = nil, closesPeriod: Bool = false) {
        self.mentorEveryMonths = mentorEveryMonths
        self.supervisorEveryMonths = supervisorEveryMonths
        self.closesPeriod = closesPeriod
    }
}
