import HTTPTypes
import KohortTesting
import Testing

extension RoundStory {
    /// By the employers alone (KS11-13), to be answered within five working days (BR-6); the last place once.
    mutating func employersMakeOffers() async throws {
        try await comes("2027-04-05T08:00:00Z")
        let fields = try offerFields(place: 0, candidate: 0)
        for stranger in [lead, try coordinator("umea")] {
            #expect(
                try await stranger.press("/employer/ornskoldsvik/offers?round=first-call", fields).status == .notFound)
        }
        for offer in Selection.offers {
            #expect(try await self.offer(offer.employer, offer.place, offer.candidate).status == .seeOther)
        }
        let unwanted = try await offer("ornskoldsvik", 0, Selection.unwanted)
        #expect(unwanted.status == .conflict && unwanted.text.contains("not qualified"))
        let none = try await offer("ornskoldsvik", 0, 2)
        #expect(none.status == .conflict && none.text.contains("All places are taken. Somebody must decline first."))
        try await eightRaceForTheLastPlace()
        let offers = try await website.offers()
        #expect(offers.count == 12)
        #expect(Set(offers.map(\.respond_by)) == ["2027-04-12"] && Set(offers.map(\.state)) == ["open"])
    }

    /// Piteå's only place, offered to eight at once: one offer stands.
    private func eightRaceForTheLastPlace() async throws {
        let story = self
        let statuses = try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
            for candidate in [51, 58, 65, 72, 79, 86, 93, 100] {
                group.addTask { try await story.offer("pitea", 4, candidate).status }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.count { $0 == .seeOther } == 1 && statuses.count { $0 == .conflict } == 7)
    }

    func offer(_ employer: String, _ place: Int, _ candidate: Int) async throws -> TestResponse {
        try await coordinator(employer).press(
            "/employer/\(employer)/offers?round=first-call", try offerFields(place: place, candidate: candidate))
    }

    private func offerFields(place: Int, candidate: Int) throws -> [(String, String)] {
        [("candidacy", try applicant(candidate).candidacy), ("demand", demands[place]), ("contract", "permanent")]
    }
}
