import HTTPTypes
import KohortTesting
import Testing

extension RoundStory {
    /// The second entrance (KS11-15): counted apart, and on no place of the round.
    mutating func anEmployerNominatesItsOwnHire() async throws {
        let hire = [
            ("name", "Solveig Nyman"), ("email", "solveig@people.example"), ("language", "sv"), ("field", "Bygg"),
            ("contract", "permanent"), ("hired_on", "2027-04-01"),
        ]
        let path = "/employer/norsjo/nominations?round=first-call"
        #expect(try await coordinator("norsjo").press(path, hire).status == .seeOther)
        #expect(try await coordinator("norsjo").press(path, hire).status == .conflict)
        let one = try applicant(52)
        let accepted = hire.map { $0.0 == "email" ? ("email", one.email) : $0 }
        #expect(try await coordinator("norsjo").press(path, accepted).status == .conflict)
    }
}
