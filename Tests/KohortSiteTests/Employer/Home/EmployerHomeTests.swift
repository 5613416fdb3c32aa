import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `The first page of an employer` {
    @Test func `says what is due, by date`() async throws {
        let world = try await RoundSite()
        let page = try await world.send(.get, "/employer/umea", as: .coordinator("umea")).text
        #expect(page.contains("<h1>Umeå kommun</h1>"))
        #expect(page.contains("Tuesday 15 December 2026") && page.contains("In 25 days"))
        #expect(page.contains("href=\"/norra-norrland/employer/umea/demand?round=first-call\""))
    }

    @Test func `says how many are left to look at once the pool is released`() async throws {
        let story = try await RoundStory.released()
        let page = try await story.world.send(.get, "/employer/umea", as: RoundStory.second).text
        #expect(page.contains("3 left to look at"))
    }

    @Test func `names who is to answer an offer, and by when`() async throws {
        let story = try await RoundStory.released()
        let fields = [
            ("candidacy", story.candidacies[0].description), ("demand", story.demands.umea.description),
            ("contract", "permanent"),
        ]
        _ = try await story.world.send(.post, "/employer/umea/offers?round=first-call", as: RoundStory.second, fields)
        let page = try await story.world.send(.get, "/employer/umea", as: RoundStory.second).text
        #expect(page.contains("Alva Berg answers the offer") && page.contains("Monday 22 February 2027"))
        let days = page.matches(of: /<time datetime="([0-9-]+)"/).map { String($0.output.1) }
        #expect(days.count > 4 && days == days.sorted())
        let other = try await story.world.send(.get, "/employer/ornskoldsvik", as: RoundStory.first).text
        #expect(!other.contains("answers the offer"))
    }

    @Test func `shows the trainees between rounds, and where nothing is what comes next`() async throws {
        let world = try await TraineeWorld.make()
        let page = try await world.site.send(.get, "/employer/skedsmo", as: TraineeWorld.employer).text
        #expect(page.contains("<h2>Your trainees</h2>"))
        #expect(page.contains("<h3><a href=\"/romerike\(world.page)\">Kari Li</a></h3>") && !page.contains("Ola Moe"))
        #expect(!page.contains("No round is under way"))
        let bare = try await world.site.send(.get, "/employer/fet", as: .coordinator("fet")).text
        #expect(bare.contains("No round is under way") && bare.contains("href=\"/romerike/calendar\""))
        #expect(!bare.contains("Your trainees"))
    }

    @Test func `shows an invoice as late once its day is over, until it is credited or long past`() async throws {
        let site = try await RoundSite("ks")
        let invoice = try await site.issued()
        func home() async throws -> String {
            try await site.send(.get, "/employer/ks", as: .coordinator("ks")).text
        }
        #expect(try await !home().contains("If it has been paid"))
        site.move(to: "2026-12-24T09:00:00Z")
        let late = try await home()
        #expect(late.contains("Look at invoice F1") && late.contains("<span class=\"status late\">"))
        #expect(late.contains("If it has been paid, you need do nothing."))
        let credited = try await site.send(.post, "/staff/billing/documents/\(invoice)/credit", as: .lead)
        #expect(credited.status == .seeOther)
        #expect(try await !home().contains("Look at invoice F1"))
    }

    @Test func `shows a late invoice for ninety days, since nobody tells us of payments`() async throws {
        let site = try await RoundSite("ks")
        _ = try await site.issued()
        for (day, isShown) in [("2027-03-20T09:00:00Z", true), ("2027-03-21T09:00:00Z", false)] {
            site.move(to: day)
            let home = try await site.send(.get, "/employer/ks", as: .coordinator("ks")).text
            #expect(home.contains("Look at invoice F1") == isShown, "\(day)")
        }
    }
}
