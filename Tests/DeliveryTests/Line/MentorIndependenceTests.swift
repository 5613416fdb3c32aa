import KohortCore
import Testing

@testable import Delivery

@Suite struct MentorIndependenceTests {
    private let boss = PersonID.new()
    private let friend = PersonID.new()
    private let home = OrganisationID.new()
    private let away = OrganisationID.new()
    private var line: TraineeLine { TraineeLine(persons: [boss], organisations: [home]) }

    @Test func `nobody of the line is a mentor; where somebody works does not matter (KS11-22)`() {
        #expect(MentorIndependence.line.objection(to: boss, employedBy: away, in: line) == "mentor.in_line")
        #expect(MentorIndependence.line.objection(to: friend, employedBy: home, in: line) == nil)
        #expect(MentorIndependence.line.objection(to: friend, employedBy: nil, in: line) == nil)
    }

    @Test func `nobody of the trainee's organisation is a mentor, nor anybody whose employer is unknown (ROM-4)`() {
        let strict = MentorIndependence.organisation
        #expect(strict.objection(to: friend, employedBy: away, in: line) == nil)
        #expect(strict.objection(to: friend, employedBy: home, in: line) == "mentor.in_organisation")
        #expect(strict.objection(to: friend, employedBy: nil, in: line) == "mentor.employer_unknown")
        #expect(strict.objection(to: boss, employedBy: away, in: line) == "mentor.in_line")
    }
}
