import HTTPTypes
import KohortTesting
import Testing

extension RoundStory {
    /// To every employer, and whole (KS11-8); nobody saw anything of it before.
    mutating func thePoolIsReleased() async throws {
        try await comes("2027-02-15T08:00:00Z")
        for employer in Place.employers {
            #expect(try await !coordinator(employer).open("/employer/\(employer)/pool").text.contains("Ødegård"))
        }
        #expect(try await lead.press(Self.round + "/release").status == .seeOther)
        for employer in Place.employers {
            let pool = try await coordinator(employer).open("/employer/\(employer)/pool")
            #expect(pool.text.contains("400 candidates in all") && pool.text.contains("Ødegård"))
        }
        let own = try await coordinator("ornskoldsvik").open("/employer/ornskoldsvik/pool?own=1")
        #expect(own.text.contains("45 of 400 candidates match"))
        let page = try await lead.open(Self.round + "/candidacies/\(try applicant(200).candidacy)")
        #expect(page.text.contains("<h1>Åsa Ødegård 200</h1>"))
        let other = try await coordinator("umea").open("/employer/ornskoldsvik/pool")
        #expect(other.status == .notFound)
    }
}
