import KohortCore
import Testing

@testable import Recruitment

struct CandidacyTests {
    private static let draft = Candidacy(
        id: .new(), round: .new(), person: .new(), state: .draft, language: .sv, details: .sample,
        createdAt: .applying, changedAt: .applying, purgeAfter: .day("2028-03-13"))

    @Test func `a draft is registered under a number at its arrival`() throws {
        let submitted = try Self.draft.submitted(as: 7, at: .afterwards)
        #expect(submitted.state == .submitted)
        #expect(submitted.number == 7)
        #expect(submitted.submittedAt == .afterwards)
        #expect(submitted.changedAt == .afterwards)
        #expect(submitted.hasEnded == false)
    }

    @Test func `it is registered once`() throws {
        let submitted = try Self.draft.submitted(as: 7, at: .applying)
        #expect(throws: Rejection.conflict("candidacy.already_submitted")) {
            try submitted.submitted(as: 8, at: .applying)
        }
    }

    @Test func `a draft or a submitted one can be ended, and keeps its number`() throws {
        let submitted = try Self.draft.submitted(as: 7, at: .applying)
        #expect(try Self.draft.withdrawn(at: .afterwards).state == .withdrawn)
        let withdrawn = try submitted.withdrawn(at: .afterwards)
        #expect(withdrawn.state == .withdrawn)
        #expect(withdrawn.number == 7)
        #expect(withdrawn.endedAt == .afterwards)
        #expect(try submitted.closed(at: .afterwards).state == .closed)
    }

    @Test func `what has ended is over`() throws {
        for ended in [try Self.draft.withdrawn(at: .applying), try Self.draft.closed(at: .applying)] {
            #expect(throws: Rejection.conflict("candidacy.ended")) { try ended.submitted(as: 1, at: .applying) }
            #expect(throws: Rejection.conflict("candidacy.ended")) { try ended.withdrawn(at: .applying) }
            #expect(throws: Rejection.conflict("candidacy.ended")) { try ended.closed(at: .applying) }
        }
    }
}

extension ApplicantDetails {
    static let sample = ApplicantDetails(
        name: "Kim Ek", email: EmailAddress("kim@example.org") ?? .unreadable, phone: "", birthYear: nil, place: "",
        educationLevel: nil, educationField: "", school: "", graduationYear: nil, experience: "", motivation: "",
        keepForLater: false)
}

extension EmailAddress {
    fileprivate static var unreadable: EmailAddress { preconditionFailure("no address") }
}
