import HTTPTypes
import KohortCore
import KohortTesting
import Recruitment
import Testing

@testable import KohortSite

@Suite struct `A round in the programme office` {
    private static let path = "/staff/rounds/first-call"

    @Test func `says what comes next at each stage`() async throws {
        let world = try await RoundSite()
        func next() async throws -> String { try await world.send(.get, Self.path, as: .lead).text }
        #expect(try await next().contains("<h2>Approve demands</h2>"))
        let demand = try await world.demand("umea", "Engineer", asked: 1, in: try await world.round().id)
        #expect(try await next().contains("<h2>Publish the call</h2>"))
        let published = try await world.send(.post, Self.path + "/call", as: .lead, [("channels", "press")])
        #expect(published.location.hasSuffix("?done=call.published"))
        #expect(try await next().contains("<h2>People are applying</h2>"))
        _ = try await world.apply("Alva Berg", 0, [demand], in: try await world.round().id)
        world.move(to: "2027-02-15T09:00:00Z")
        #expect(try await next().contains("<h2>Release the candidates to the employers</h2>"))
        #expect(try await world.send(.post, Self.path + "/release", as: .lead).status == .seeOther)
        #expect(try await next().contains("<h2>It is the employers’ turn</h2>"))
        #expect(try await world.send(.post, Self.path + "/closure", as: .lead).status == .seeOther)
        #expect(try await next().contains("<h2>The round is closed</h2>"))
    }

    @Test func `a call without a channel is not published`() async throws {
        let world = try await RoundSite()
        _ = try await world.demand("umea", "Engineer", asked: 1, in: try await world.round().id)
        let answer = try await world.send(.post, Self.path + "/call", as: .lead)
        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("href=\"#field-channels\""))
        #expect(try await world.round().publishedAt == nil)
    }

    @Test func `what comes too soon is refused in words`() async throws {
        let story = try await RoundStory.published()
        let release = try await story.world.send(.post, Self.path + "/release", as: .lead)
        #expect(release.status == .conflict && release.text.contains("Applications have not closed yet."))
        let closure = try await story.world.send(.post, Self.path + "/closure", as: .lead)
        #expect(closure.status == .conflict)
        let again = try await story.world.send(.post, Self.path + "/call", as: .lead, [("channels", "press")])
        #expect(again.status == .conflict && again.text.contains("The call is out already."))
    }

    @Test func `counts persons and applications apart, and each employer's own`() async throws {
        let story = try await RoundStory.released(count: 4)
        let withdrawal = Self.path + "/candidacies/\(story.candidacies[3])/withdrawal"
        _ = try await story.world.send(.post, withdrawal, as: .lead)
        let page = try await story.world.send(.get, Self.path, as: .lead).text
        #expect(page.contains("<dt>Persons</dt><dd><p>3</p></dd>"))
        #expect(page.contains("<dt>Applications</dt><dd><p>4, of which 1 withdrawn</p></dd>"))
        #expect(page.contains("<dt>Persons per place</dt><dd><p>1.0</p></dd>"))
        #expect(page.contains("Örnsköldsviks kommun") && page.contains("Umeå kommun"))
        #expect(page.contains("<rect width=\"1000\" height=\"20\"/>"))
        #expect(page.contains("Press releases"))
    }

    @Test func `an unknown round is not found`() async throws {
        let world = try await RoundSite()
        #expect(try await world.send(.get, "/staff/rounds/none", as: .lead).status == .notFound)
    }
}
