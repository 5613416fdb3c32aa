import HTTPTypes
import HummingbirdTesting
import KohortApp
import KohortCore
import KohortStore
import Recruitment
import Testing

@testable import KohortSite

@Suite struct `An applicant with a private link` {
    @Test func `is asked to press first, which signs in and leads to the own page`() async throws {
        let journey = try await Journey()
        let applied = try await journey.applied()
        let link = try await journey.privateLink(applied.candidacy)
        let question = try await journey.get(link)
        #expect(question.status == .ok)
        #expect(question.headers[.setCookie] == nil)
        #expect(question.text.contains("<form method=\"post\" action=\"/norra-norrland\(link)\">"))
        #expect(question.text.contains("Open the application</button>"))
        #expect(!question.text.contains("Alva Berg"))
        let answer = try await journey.press(link)
        #expect(answer.status == .seeOther)
        #expect(answer.location == "/norra-norrland\(applied.own)")
        let cookie = try #require(answer.headers[.setCookie])
        for part in ["; HttpOnly", "; SameSite=Lax", "; Max-Age=604800"] { #expect(cookie.contains(part)) }
        let own = try await journey.get(applied.own, cookie: answer.signIn)
        #expect(own.status == .ok)
        #expect(own.text.contains("Alva Berg"))
    }

    @Test func `finds the same nothing with a wrong key and with an unknown application`() async throws {
        let journey = try await Journey()
        let applied = try await journey.applied()
        let right = try await journey.privateLink(applied.candidacy)
        let unknown = try await journey.privateLink(CandidacyID.new(at: journey.world.now))
        let key = try #require(unknown.split(separator: "/").last)
        let wrong = "\(applied.own)/\(key)"
        let answers = [
            try await journey.get(wrong), try await journey.get(unknown),
            try await journey.press(wrong), try await journey.press(unknown),
        ]
        #expect(answers.map(\.status) == Array(repeating: .notFound, count: 4))
        #expect(answers.allSatisfy { $0.headers[.setCookie] == nil })
        let bodies = Set(answers.map { $0.text.replacing(/404 · [^<]+/, with: "404") })
        #expect(bodies.count == 1)
        #expect(Set(answers.map(\.text)).count == 4)
        #expect(try await journey.get(right).status == .ok)
        #expect(try await journey.press(right).status == .seeOther)
    }
}
