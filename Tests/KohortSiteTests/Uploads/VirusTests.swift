import HTTPTypes
import KohortCore
import KohortOutbound
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `An installation with a clamd` {
    private static func journey(_ port: Int) async throws -> Journey {
        let address = try #require(ClamdAddress("127.0.0.1:\(port)"))
        return try await Journey(in: try await RoundSite(clamd: address))
    }

    @Test func `refuses a file with a virus, keeps what was typed, and takes the clean one`() async throws {
        let clamd = try ListeningClamd()
        let journey = try await Self.journey(clamd.port)
        var form = journey.application
        form.cv = JourneyForm.pdf + "EICAR"
        let refused = try await journey.post(form)
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("cv.pdf holds a virus"))
        #expect(refused.text.contains("value=\"Alva Berg\"") && !refused.text.contains("name=\"kept\""))
        form.cv = JourneyForm.pdf
        #expect(try await journey.post(form).status == .seeOther)
        #expect(clamd.seen.map { String(decoding: $0, as: UTF8.self) } == [JourneyForm.pdf + "EICAR", JourneyForm.pdf])
    }

    @Test func `takes no file while it does not answer, and says so by 503`() async throws {
        let clamd = try ListeningClamd(hangsUp: true)
        let journey = try await Self.journey(clamd.port)
        let refused = try await journey.post(journey.application)
        #expect(refused.status == .serviceUnavailable)
        #expect(refused.text.contains("could not look at cv.pdf"))
        #expect(refused.text.contains("value=\"Alva Berg\""))
        var without = journey.application
        without.cv = nil
        without.fields["intent"] = "draft"
        #expect(try await journey.post(without).status == .seeOther)
    }

    @Test(arguments: ["127.0.0.1:3310", "clamd:3310", "[::1]:3310", "/run/clamav/clamd.ctl"])
    func `is named by host and port, or by a socket's path`(text: String) { #expect(ClamdAddress(text) != nil) }

    @Test(arguments: [
        "", "clamd", "clamd:", ":3310", "clamd:0", "clamd:70000", "::1:3310", "/" + String(repeating: "x", count: 107),
    ])
    func `is not named otherwise`(text: String) { #expect(ClamdAddress(text) == nil) }
}
