import KohortCore
import KohortTesting
import Recruitment
import Testing

@Suite struct OfferInLetterTests {
    @Test func `a letter is written to the candidate in the candidacy's language`() async throws {
        let world = try await SelectionWorld.make()
        let offer = try await world.offer(by: 1, to: 0)
        let letter = try await world.fetch(OfferInLetter(offer: offer))
        #expect(letter.offer.id == offer)
        #expect(letter.name == "Applicant 1")
        #expect(letter.email == EmailAddress("applicant1@example.org"))
        #expect(letter.language == .sv)
        #expect(letter.employer.name == "Employer 1")
        #expect(letter.title == "Place 1")
        #expect(letter.place == "Town 1")
        #expect(letter.deadline == Deadline(.day("2026-09-15"), in: .stockholm))
        await #expect(throws: Rejection.notFound) { try await world.fetch(OfferInLetter(offer: .new())) }
    }
}
