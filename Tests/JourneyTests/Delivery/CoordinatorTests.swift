import HTTPTypes
import KohortTesting
import Testing

@Suite struct `The coordinators of an employer` {
    private struct Shown: Decodable {
        struct Employer: Decodable { let name: String, missing: [String] }
        let employers: [Employer]
    }

    private func missing(_ scheme: Scheme) async throws -> [String] {
        let shown: Shown = try await scheme.installation.ask("ShowCohort", ["tenant": "ks", "cohort": scheme.cohort])
        return shown.employers.first { $0.name == "Drammen kommune" }?.missing ?? ["none"]
    }

    /// Ends the first coordinator's role in Drammen, as the programme office does.
    private func end(_ office: Browser) async throws {
        let page = try await office.open("/staff/people").text
        let ending = try #require(page.firstMatch(of: /action="\/ks(\/[^"]+\/roles\/drammen\/[^"]+\/ending)"/))
        #expect(try await office.press(String(ending.output.1)).status == .seeOther)
    }

    @Test func `one hands over to another, and an employer left without one is told (BD-10)`() async throws {
        let (scheme, trainee) = try await Scheme.ksWithTrainee()
        let office = try await scheme.office(in: "nb")
        #expect(try await missing(scheme) == [])
        try await end(office)
        #expect(try await missing(scheme) == ["coordinator_named"])
        #expect(try await scheme.trainee(trainee).text("state") == "enrolled")
        let next = try await scheme.enter("Ola Li", at: "drammen")
        #expect(try await scheme.trainee(next).text("state") == "blocked")

        let invited = try await office.press(
            "/staff/people",
            [
                ("name", "Ny Koordinator"), ("email", "ny@drammen.example"), ("role", "coordinator"),
                ("organisation", "drammen"),
            ])
        #expect(invited.status == .seeOther)
        #expect(try await missing(scheme) == [])
        #expect(try await scheme.trainee(next).text("state") == "enrolled")
        let page = try await office.open("/staff/people").text
        #expect(page.contains("Ny Koordinator") && !page.contains("Kim Koordinator"))
    }
}
