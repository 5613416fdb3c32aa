import HTTPTypes
import KohortCore
import KohortTesting
import Recruitment
import Testing

@testable import KohortSite

@Suite struct `The lead's first page` {
    @Test func `names who has not stated a need, and calls it late after the deadline`() async throws {
        let world = try await RoundSite()
        _ = try await world.demand("umea", "Engineer", asked: 1, in: try await world.round().id)
        let early = try await world.send(.get, "/staff", as: .lead).text
        #expect(early.contains("To state their need by Tuesday 15 December 2026:"))
        #expect(early.contains("Vännäs kommun") && !early.contains("Umeå kommun"))
        world.move(to: "2026-12-16T09:00:00Z")
        let late = try await world.send(.get, "/staff", as: .lead).text
        #expect(late.contains("class=\"status late\" href=\"/norra-norrland/staff/rounds/first-call\""))
        #expect(late.contains("Did not state their need by Tuesday 15 December 2026:"))
    }

    @Test func `names who has not certified a list`() async throws {
        let story = try await RoundStory.released()
        let path = "/employer/umea/pool/\(story.candidacies[0])/rank?round=first-call"
        _ = try await story.world.send(.post, path, as: RoundStory.second)
        _ = try await story.world.send(.post, "/employer/umea/rankings/first-call/certification", as: RoundStory.second)
        let page = try await story.world.send(.get, "/staff", as: .lead).text
        #expect(page.contains("To certify their list by Wednesday 31 March 2027:"))
        #expect(page.contains("Örnsköldsviks kommun") && !page.contains("Umeå kommun"))
    }

    @Test func `names cohorts whose employers have something left to do`() async throws {
        let world = try await TraineeWorld.make()
        let page = try await world.site.send(.get, "/staff", as: .lead).text
        #expect(page.contains("class=\"status soon\" href=\"/romerike/staff/cohorts/lttr-2013\""))
        #expect(page.contains("Cohort 2013–2015, employers with something left to do: 2"))
        #expect(!page.contains("trainees who cannot start"))
    }

    @Test func `is calm when nothing is wrong`() async throws {
        let world = try await RoundSite("romerike")
        #expect(try await world.send(.get, "/staff", as: .lead).text.contains("Nothing is on fire."))
    }

    @Test func `flags a published programme without course or study trip`() async throws {
        let world = try await RoundSite()
        let page = try await world.send(.get, "/staff", as: .lead).text
        #expect(page.contains("has no study trip.") && !page.contains("has no course."))
    }
}
