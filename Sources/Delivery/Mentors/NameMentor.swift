import KohortCore
import KohortStore

/// Names a trainee's mentor for the whole programme (KS11-21), in place of the former one, who stays in the history.
/// Where the programme asks for the mentor's word it is a proposal, and the former mentor stays until then.
package struct NameMentor: Command {
    package static let permission = Permission.nameMentor
    package static let events: [any Event.Type] = [MentorProposed.self, MentorNamed.self, MentorEnded.self]
    package var scope: Scope { .trainee(trainee) }
    package let id: MentorshipID
    package let trainee: TraineeID
    package let contact: Contact
    /// Where the mentor works; nil when it is not known, or as the pool of mentors says.
    package let employedBy: OrganisationID?

    package init(id: MentorshipID, trainee: TraineeID, contact: Contact, employedBy: OrganisationID? = nil) {
        (self.id, self.trainee) = (id, trainee)
        (self.contact, self.employedBy) = (contact, employedBy)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let found = try write.present(trainee)
        guard let rules = found.cohort.rules.roles.mentor else { throw Rejection.conflict("mentor.none") }
        let person = try write.enrol(contact)
        guard person != found.trainee.person else { throw Rejection.conflict("mentor.is_trainee") }
        let employer = try employer(of: person, for: found, rules, write.read)
        let open = try Mentorship.open(of: trainee, in: write.read)
        guard !open.contains(where: { $0.person == person }) else { throw Rejection.conflict("mentor.already") }
        let line = try write.read.line(of: found)
        if let code = rules.independentOf.objection(to: person, employedBy: employer, in: line) {
            throw Rejection.conflict(code)
        }
        let mentorship = Mentorship(
            id: id, trainee: trainee, person: person, employedBy: employer, state: .proposed, namedAt: write.now)
        try write.propose(mentorship, over: open, accepts: rules.accepts, in: found)
        return Done()
    }

    /// Where the mentor works: as told, or as the pool has it; another member's where the programme asks for that.
    private func employer(
        of person: PersonID, for found: TraineeInCohort, _ rules: MentorRules, _ read: borrowing Read
    ) throws -> OrganisationID? {
        let pools = try PooledMentor.organisations(of: person, in: read)
        guard rules.chosenFrom == .anotherMember else { return employedBy ?? pools.first }
        let named = employedBy.map { told in pools.filter { $0 == told } } ?? pools
        guard !named.isEmpty else { throw Rejection.conflict("mentor.not_in_pool") }
        let hosts = try Hosts.on(found.today, read)
        guard let other = named.first(where: { hosts.isAnotherMember($0, than: found.trainee.employer) }) else {
            throw Rejection.conflict("mentor.own_member")
        }
        return other
    }
}

extension Write {
    fileprivate func propose(
        _ mentorship: Mentorship, over open: [Mentorship], accepts: Bool, in found: TraineeInCohort
    ) throws {
        for former in open where former.state == .proposed { try end(former, in: found) }
        guard !accepts else {
            try insert(mentorship)
            try tell(mentorship.person, of: mentorship.trainee, as: .proposedMentor)
            return try record(MentorProposed(mentorship, of: found.trainee.employer))
        }
        for former in open where former.state == .active { try end(former, in: found) }
        var mentorship = mentorship
        (mentorship.state, mentorship.from) = (.active, found.today)
        try insert(mentorship)
        try tell(mentorship.person, of: mentorship.trainee, as: .mentor)
        try record(MentorNamed(mentorship, of: found.trainee.employer))
    }

    /// Ends a mentor's time, or a proposal.
    func end(_ former: Mentorship, in found: TraineeInCohort) throws {
        var former = former
        if former.state == .active { former.until = found.today }
        former.state = .ended
        try update(former)
        try record(MentorEnded(former, of: found.trainee.employer))
    }
}
