import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Tenancy

struct ConsortiumFrontTests {
    @Test func `the front shows published programmes, members of today and dates ahead`() async throws {
        let world = try await AppliedWorld.make()
        try await world.apply(SmallDefinition.changed("version: \"1\"", "version: \"1\"\n    published: true"))
        let front = try await world.store.fetch(ConsortiumFront(), by: .anonymous, at: .at("2011-04-02T21:59:59Z"))
        #expect(front.programmes.map(\.slug.text) == ["trainee"])
        #expect(front.members.map(\.definition.slug.text) == ["vik"])
        #expect(front.occasions.count == 1)
        let nextDay = try await world.store.fetch(ConsortiumFront(), by: .anonymous, at: .at("2011-04-02T22:00:00Z"))
        #expect(nextDay.occasions.isEmpty)
    }

    @Test func `a programme that is not published is neither on the front nor found`() async throws {
        let world = try await AppliedWorld.small()
        #expect(try await world.store.fetch(ConsortiumFront()).programmes.isEmpty)
        #expect(try await world.store.fetch(ProgrammeList()).count == 1)
        await #expect(throws: Rejection.notFound) { try await world.store.fetch(ProgrammePage(Slug("trainee"))) }
    }

    @Test func `a published programme has its page with cohorts and dates`() async throws {
        let world = try await AppliedWorld.make()
        try await world.apply(
            SmallDefinition.changed("version: \"1\"", "version: \"1\"\n    published: true\n    responsible: vik")
                .replacing("kind: information,", with: "kind: information, programme: trainee,"))
        let page = try await world.store.fetch(ProgrammePage(Slug("trainee")), by: .anonymous)
        #expect(page.cohorts.map(\.slug.text) == ["first"])
        #expect(page.occasions.map(\.slug.text) == ["seminar"])
        #expect(page.responsible == "Vik")
    }

    @Test func `a consortium that is not defined yet has no front`() async throws {
        let world = try await AppliedWorld.make()
        await #expect(throws: Rejection.notFound) { try await world.store.fetch(ConsortiumFront()) }
        await #expect(throws: Rejection.notFound) { try await world.store.fetch(EmployerDirectory()) }
    }
}
