import KohortCore
import KohortStore

/// Who stands over a trainee, and the trainee's organisation: what a mentor must be outside of.
struct TraineeLine: Equatable {
    /// Present and planned supervisors, managers of the units of present and planned placements, and whom the
    /// coordinator marked.
    let persons: Set<PersonID>
    /// The employer of record and every present or planned host.
    let organisations: Set<OrganisationID>
}

extension MentorIndependence {
    /// Why somebody cannot be a trainee's mentor, as a code; nil where they can. Nobody of the line (KS11-22); where
    /// the programme asks for it, nobody of the trainee's organisation either (ROM-4).
    func objection(to mentor: PersonID, employedBy employer: OrganisationID?, in line: TraineeLine) -> String? {
        if line.persons.contains(mentor) { return "mentor.in_line" }
        guard self == .organisation else { return nil }
        guard let employer else { return "mentor.employer_unknown" }
        return line.organisations.contains(employer) ? "mentor.in_organisation" : nil
    }
}

extension Read {
    /// The line as the present and planned placements make it.
    func line(of found: TraineeInCohort) throws -> TraineeLine {
        let (trainee, today) = (found.trainee, found.today)
        let persons = try all(
            """
            select s.person from supervision s join placement p on p.id = s.placement
            where p.trainee = \(trainee.id) and p.ends_before > \(today) and s.until_on is null
            union select m.person from unit_manager m join placement p on p.unit = m.unit
            where p.trainee = \(trainee.id) and p.ends_before > \(today)
            union select person from line_mark where trainee = \(trainee.id)
            """
        ) { try $0[0] as PersonID }
        let hosts = try all(
            "select host from placement where trainee = \(trainee.id) and ends_before > \(today)"
        ) { try $0[0] as OrganisationID }
        return TraineeLine(persons: Set(persons), organisations: Set(hosts + [trainee.employer]))
    }
}

extension Write {
    /// Throws the code of what was just done when a mentor, named or proposed, would no longer be independent.
    func checkMentors(of found: TraineeInCohort, else code: String) throws {
        guard let rules = found.cohort.rules.roles.mentor else { return }
        let line = try read.line(of: found)
        for mentor in try Mentorship.open(of: found.trainee.id, in: read) {
            let objection = rules.independentOf.objection(
                to: mentor.person, employedBy: mentor.employedBy, in: line)
            if objection != nil { throw Rejection.conflict(code) }
        }
    }
}
