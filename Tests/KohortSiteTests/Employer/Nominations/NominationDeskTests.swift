import HTTPTypes
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `An employer's own new hires` {
    private static let path = "/employer/umea/nominations?round=first-call"
    private static let employer = RoundSite.Visitor.coordinator("umea")

    private static func fields(email: String = "nils@people.example", hiredOn: String = "2027-01-04") -> [(
        String, String
    )] {
        [
            ("name", "Nils Ek"), ("email", email), ("language", "sv"), ("field", "Water"), ("hired_on", hiredOn),
            ("contract", "permanent"),
        ]
    }

    @Test func `are enrolled without an application and counted apart`() async throws {
        let world = try await RoundSite()
        let answer = try await world.send(.post, Self.path, as: Self.employer, Self.fields())
        let page = try await world.send(.get, answer.location, as: Self.employer)
        #expect(page.text.contains("Nils Ek") && page.text.contains("Monday 4 January 2027"))
        let offers = try await world.send(.get, "/staff/rounds/first-call/offers", as: .lead)
        #expect(offers.text.contains("Nils Ek"))
    }

    @Test func `an address and a date that are none are told at once, with all that was typed`() async throws {
        let world = try await RoundSite()
        let fields = Self.fields(email: "nobody", hiredOn: "2027-02-30")
        let answer = try await world.send(.post, Self.path, as: Self.employer, fields)
        #expect(answer.status == .unprocessableContent)
        for words in ["href=\"#field-email\"", "href=\"#field-hired_on\"", "value=\"nobody\"", "value=\"Nils Ek\""] {
            #expect(answer.text.contains(words), "\(words)")
        }
    }

    @Test func `nobody is enrolled twice, and who was withdrawn can be enrolled again`() async throws {
        let world = try await RoundSite()
        _ = try await world.send(.post, Self.path, as: Self.employer, Self.fields())
        let twice = try await world.send(.post, Self.path, as: Self.employer, Self.fields())
        #expect(twice.status == .conflict && twice.text.contains("This person has been enrolled in the round already."))
        let withdrawal =
            twice.text.firstMatch(of: /action="([^"]+\/withdrawal[^"]*)"/).map { String($0.output.1) } ?? ""
        #expect(try await world.send(.post, withdrawal, as: Self.employer).status == .seeOther)
        #expect(try await world.send(.post, withdrawal, as: Self.employer).status == .conflict)
        #expect(try await world.send(.post, Self.path, as: Self.employer, Self.fields()).status == .seeOther)
    }
}
