import KohortCore

extension RoleRules {
    init(_ keys: Keys) {
        let mentor: MentorRules? = keys.optional("mentor")?.block(MentorRules.init)
        let supervisorPerPeriod: Bool = keys.optional("supervisor_per_period")?.flag() ?? false
        let supervisorMayBeEmployer: Bool = keys.optional("supervisor_may_be_employer")?.flag() ?? false
        let beforeStart: [StartRequirement] = keys.list("before_start", 0...10).map { $0.word(or: .coordinatorNamed) }
        self.init(
            mentor: mentor, supervisorPerPeriod: supervisorPerPeriod, supervisorMayBeEmployer: supervisorMayBeEmployer,
            beforeStart: beforeStart)
    }
}

extension MentorRules {
    init(_ keys: Keys) {
        let independentOf: MentorIndependence = keys["independent_of"].word(or: .line)
        let chosenFrom: MentorSource = keys.optional("chosen_from")?.word(or: .anywhere) ?? .anywhere
        let accepts: Bool = keys.optional("accepts")?.flag() ?? false
        self.init(independentOf: independentOf, chosenFrom: chosenFrom, accepts: accepts)
    }
}

extension TalkRules {
    init(_ keys: Keys) {
        self.init(
            mentorEveryMonths: keys.optional("mentor_every_months")?.integer(1...24),
            supervisorEveryMonths: keys.optional("supervisor_every_months")?.integer(1...24),
            closesPeriod: keys.optional("closes_period")?.flag() ?? false)
    }
}
