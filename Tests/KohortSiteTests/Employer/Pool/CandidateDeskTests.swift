import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `One candidate beside the list` {
    @Test func `each opening stands in the journal, by whom`() async throws {
        let story = try await RoundStory.released()
        let path = "/employer/ornskoldsvik/pool/\(story.candidacies[0])"
        #expect(try await story.world.openings() == 0)
        _ = try await story.world.send(.get, "/employer/ornskoldsvik/pool", as: RoundStory.first)
        #expect(try await story.world.openings() == 0)
        for count in 1...2 {
            _ = try await story.world.send(.get, path, as: RoundStory.first)
            #expect(try await story.world.openings() == count)
        }
        _ = try await story.world.send(.get, path, as: .coordinator("norsjo"))
        #expect(try await story.world.openings() == 2)
    }

    @Test func `has the ways to the next and the one before, across pages`() async throws {
        let story = try await RoundStory.released(count: 52)
        let path = "/employer/ornskoldsvik/pool"
        let page = try await story.world.send(
            .get, "\(path)/\(story.candidacies[49])?round=first-call", as: RoundStory.first)
        #expect(page.text.contains("\(path)/\(story.candidacies[48])?round=first-call\" rel=\"prev\""))
        #expect(page.text.contains("\(path)/\(story.candidacies[50])?round=first-call&amp;after=50\" rel=\"next\""))
    }

    @Test func `a document comes as a download and never as a page`() async throws {
        let story = try await RoundStory.released()
        let path = "/employer/ornskoldsvik/pool/\(story.candidacies[0])"
        let page = try await story.world.send(.get, path, as: RoundStory.first)
        let link = page.text.firstMatch(of: /href="([^"]+\/documents\/[^"]+)"/).map { String($0.output.1) } ?? ""
        let file = try await story.world.send(.get, link, as: RoundStory.first)
        #expect(file.status == .ok)
        #expect(file.text == "%PDF-1.4 the CV of number 1")
        #expect(file.headers[.contentType] == "application/pdf")
        #expect(file.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"cv.pdf\"") == true)
        #expect(file.headers[.contentSecurityPolicy]?.hasPrefix("sandbox") == true)
        let other = link.replacing("/\(story.candidacies[0])/", with: "/\(story.candidacies[1])/")
        #expect(try await story.world.send(.get, other, as: RoundStory.first).status == .notFound)
    }

    @Test func `who is not qualified gets a reason, and nothing typed is lost without one`() async throws {
        let story = try await RoundStory.released()
        let path = "/employer/ornskoldsvik/pool/\(story.candidacies[0])/assessment?round=first-call"
        let note = "Rings \"\u{301} onfocus=1 back"
        let refused = try await story.world.send(
            .post, path, as: RoundStory.first, [("verdict", "not_qualified"), ("note", note)])
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("href=\"#field-reasons\""))
        #expect(refused.text.contains("Rings &quot;\u{301} onfocus=1 back</textarea>"))
        #expect(refused.text.contains("value=\"not_qualified\" checked"))
        let taken = try await story.world.send(
            .post, path, as: RoundStory.first,
            [("verdict", "not_qualified"), ("reasons", "language"), ("reasons", "other"), ("note", note)])
        #expect(taken.status == .seeOther)
        let page = try await story.world.send(.get, taken.location, as: RoundStory.first)
        #expect(page.text.contains("value=\"language\" checked") && page.text.contains("value=\"other\" checked"))
        #expect(page.text.contains("Your view is saved."))
    }

    @Test func `without a verdict nothing is saved`() async throws {
        let story = try await RoundStory.released()
        let path = "/employer/ornskoldsvik/pool/\(story.candidacies[0])/assessment?round=first-call"
        let refused = try await story.world.send(.post, path, as: RoundStory.first, [("note", "Hm")])
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("href=\"#field-verdict\""))
    }

    @Test func `saving can go on to the next one`() async throws {
        let story = try await RoundStory.released()
        let path = "/employer/ornskoldsvik/pool/\(story.candidacies[0])/assessment?round=first-call&mark=none"
        let answer = try await story.world.send(
            .post, path, as: RoundStory.first, [("verdict", "qualified"), ("then", "next")])
        let next = "/norra-norrland/employer/ornskoldsvik/pool/\(story.candidacies[1])?round=first-call&mark=none"
        #expect(answer.location == next)
    }

    @Test func `one employer never sees another's verdict, note or rank`() async throws {
        let story = try await RoundStory.released()
        let candidate = story.candidacies[1]
        let own = "/employer/umea/pool/\(candidate)"
        _ = try await story.world.send(
            .post, own + "/assessment?round=first-call", as: RoundStory.second,
            [("verdict", "not_qualified"), ("reasons", "duplicate"), ("note", "Umea's own words")])
        _ = try await story.world.send(
            .post, "/employer/umea/pool/\(story.candidacies[2])/rank?round=first-call", as: RoundStory.second)
        let theirs = try await story.world.send(.get, own, as: RoundStory.second)
        #expect(theirs.text.contains("Umea&#39;s own words</textarea>"))
        #expect(theirs.text.contains("value=\"not_qualified\" checked"))
        let theirList = try await story.world.send(.get, "/employer/umea/pool", as: RoundStory.second)
        #expect(theirList.text.contains("No. 1") && theirList.text.contains("tag not_qualified"))
        for path in ["pool", "pool/\(candidate)", "pool/\(story.candidacies[2])", "ranking", ""] {
            let page = try await story.world.send(.get, "/employer/ornskoldsvik/\(path)", as: RoundStory.first)
            #expect(page.status == .ok, "\(path)")
            for trace in ["own words", "value=\"not_qualified\" checked", "tag not_qualified", "No. 1"] {
                #expect(!page.text.contains(trace), "\(path): \(trace)")
            }
        }
        let lead = try await story.world.send(.get, "/staff/rounds/first-call/candidacies/\(candidate)", as: .lead)
        #expect(lead.status == .ok && !lead.text.contains("own words"))
    }

    @Test func `an offer goes out with its date, and a second one to the same candidate is refused`() async throws {
        let story = try await RoundStory.released()
        let page = try await story.world.send(
            .get, "/employer/ornskoldsvik/pool/\(story.candidacies[0])", as: RoundStory.first)
        #expect(page.text.contains("Monday 22 February 2027"))
        let fields = [
            ("candidacy", story.candidacies[0].description), ("demand", story.demands.ornskoldsvik.description),
            ("contract", "permanent"),
        ]
        let path = "/employer/ornskoldsvik/offers?round=first-call"
        let made = try await story.world.send(.post, path, as: RoundStory.first, fields)
        #expect(made.location == "/norra-norrland/employer/ornskoldsvik/offers?round=first-call&done=offer.made")
        let again = try await story.world.send(.post, path, as: RoundStory.first, fields)
        #expect(again.status == .conflict)
        #expect(again.text.contains("The candidate has an offer from you already."))
        #expect(again.text.contains("<h1>Alva Berg</h1>"))
    }

    @Test func `who has withdrawn is no longer shown, and the list says so`() async throws {
        let story = try await RoundStory.released()
        let withdrawal = "/staff/rounds/first-call/candidacies/\(story.candidacies[0])/withdrawal"
        #expect(try await story.world.send(.post, withdrawal, as: .lead).status == .seeOther)
        let path = "/employer/ornskoldsvik/pool/\(story.candidacies[0])"
        let answer = try await story.world.send(.get, path, as: RoundStory.first)
        #expect([HTTPResponse.Status.seeOther, .notFound].contains(answer.status))
        #expect(!answer.text.contains("Alva"))
    }
}

extension RoundSite {
    /// How often somebody opened a candidacy.
    func openings() async throws -> Int {
        try await use { try await $0.store.fetch(Openings(), by: .operator, at: now) }
    }
}

private struct Openings: KohortStore.Query {
    static let permission = Permission.readJournal
    let scope = Scope.consortium

    func fetch(in read: borrowing Read) throws -> Int {
        try read.count(
            "select count(*) from journal where name = 'recruitment.candidacy.opened' and actor_kind = 'person'")
    }
}
