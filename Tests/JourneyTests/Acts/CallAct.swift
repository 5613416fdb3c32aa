import HTTPTypes
import KohortTesting
import Testing

extension RoundStory {
    /// In several recorded channels (KS11-6), with public pages for employers and vacancies (KS11-7).
    mutating func theCallIsPublished() async throws {
        try await comes("2026-12-18T08:00:00Z")
        let visitor = Browser(installation: installation, tenant: Self.tenant)
        #expect(try await visitor.open("/rounds/first-call/application").status == .notFound)
        #expect(try await lead.press(Self.round + "/call").status == .unprocessableContent)
        let channels = ["arbetsformedlingen", "traineeguiden", "local-media", "press"].map { ("channels", $0) }
        #expect(try await lead.press(Self.round + "/call", channels).status == .seeOther)
        #expect(try await lead.press(Self.round + "/call", channels).status == .conflict)
        try await publicPagesShowIt(to: visitor)
    }

    private func publicPagesShowIt(to visitor: Browser) async throws {
        #expect(try await visitor.open("").text.contains("Trainee Norra Norrland"))
        let employers = try await visitor.open("/employers").text
        for name in [
            "Örnsköldsviks", "Umeå", "Skellefteå", "Piteå", "Norsjö", "Vännäs", "Nordmalings", "Älvsbyns",
        ] {
            #expect(employers.contains("\(name) kommun"), "\(name)")
        }
        let vacancies = try await visitor.open("/vacancies").text
        for (place, demand) in zip(Place.all, demands) {
            #expect(vacancies.contains(place.title))
            let vacancy = try await visitor.open("/vacancies/\(demand)")
            #expect(vacancy.status == .ok && vacancy.text.contains("Ingenjörsexamen"))
        }
    }
}
