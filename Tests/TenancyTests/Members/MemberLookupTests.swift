import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Tenancy

struct MemberLookupTests {
    @Test func `an organisation is a member from the first day of its membership until the day it ends`() async throws {
        let world = try await AppliedWorld.make()
        let once = try SmallDefinition.changed("  - {slug: vik-again, organisations: [vik], from: 2012-01-01}\n", "")
        try await world.apply(once)
        let vik = try #require(try await world.store.fetch(OrganisationOfSlug(Slug("vik"))))
        let dates = ["2009-12-31", "2010-01-01", "2011-12-31", "2012-01-01"].compactMap { LocalDate($0) }
        var answers: [Bool] = []
        for date in dates { answers.append(try await world.store.fetch(IsMember(organisation: vik, date: date))) }
        #expect(answers == [false, true, true, false])
    }

    @Test func `both holders of one membership are members`() async throws {
        let world = try await AppliedWorld.make()
        try await world.apply(SmallDefinition.changed("[vik], from: 2012", "[vik, nes], from: 2012"))
        let members = try await world.store.fetch(EmployerDirectory())
        #expect(members.map(\.definition.slug.text) == ["nes", "vik"])
        #expect(Set(members.map(\.memberSince.year)) == [2012])
    }

    private struct IsMember: Query {
        static let permission = Permission.readFront
        let scope = Scope.consortium
        let organisation: OrganisationID
        let date: LocalDate
        func fetch(in read: borrowing Read) throws -> Bool {
            try MemberLookup.isMember(organisation, on: date, in: read)
        }
    }
}
