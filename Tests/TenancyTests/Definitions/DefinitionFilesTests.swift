import Foundation
import KohortCore
import Testing

@testable import Tenancy

/// The definitions that come with Kohort hold the facts of the five sources.
struct DefinitionFilesTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../config/consortia").standardized

    static func read(_ name: String) throws -> ConsortiumDefinition {
        try ConsortiumDefinition.read(file: Data(contentsOf: folder.appending(path: "\(name).yaml")))
    }

    @Test(arguments: ["ks-2006", "ks-2011", "romerike", "norra-norrland", "general"])
    func `each file is right and invents no organisation number`(name: String) throws {
        let definition = try Self.read(name)
        #expect(definition.organisations.allSatisfy { $0.number == nil })
        #expect(definition.consortium.languages.sorted { $0.rawValue < $1.rawValue } == [.en, .nb, .sv])
    }

    @Test func `the two files of KS belong to one consortium and agree about it`() throws {
        let (pilot, programme) = (try Self.read("ks-2006"), try Self.read("ks-2011"))
        #expect(pilot.consortium == programme.consortium)
        #expect(pilot.organisations == programme.organisations)
        let both = pilot.merged(with: programme)
        #expect(both.programmes.map(\.slug.text) == ["ks-2006", "ks-2011"])
        #expect(both.matters == pilot.matters)
    }

    @Test func `KS06 is planned, without members, and nothing about it is flagged`() throws {
        let definition = try Self.read("ks-2006")
        let programme = try #require(definition.programmes.first)
        #expect(programme.state == .planned)
        #expect(programme.plannedStart == PlannedStart(season: .autumn, year: 2007))
        #expect(definition.memberships.isEmpty && definition.cohorts.isEmpty)
        #expect(Set(definition.matters.map(\.kind)) == Set(MatterKind.allCases))
        #expect(programme.rules.periods.parts.map(\.host) == [.home, .anotherMember, .named])
        #expect(programme.rules.purposes.count == 4)
        #expect(definition.occasions.map(\.lastDay.description) == ["2006-08-29"])
        #expect(programme.flags.isEmpty)
    }

    @Test func `KS11 costs 69,000 kroner, has nine goals and mentors outside the line`() throws {
        let definition = try Self.read("ks-2011")
        let rules = try #require(definition.programmes.first).rules
        #expect(rules.fees.map(\.amount) == [Money(minorUnits: 6_900_000, .nok)])
        #expect(rules.goals.count == 9)
        #expect(rules.roles.mentor?.independentOf == .line)
        #expect(rules.periods.count == Bounds(2, 3))
        #expect(rules.periods.optional.map(\.monthsAtMost) == [2])
        #expect(rules.gatherings.studyTrips?.amongGatherings == true)
        #expect(definition.cohorts.map(\.period?.wholeMonths) == [18])
        let deadlines = try #require(definition.rounds.first).deadlines
        #expect(deadlines.demand.description == "2010-11-17")
        #expect(deadlines.applications.description == "2011-02-14")
        #expect(definition.rounds[0].assumed == ["deadlines.ranking", "deadlines.hiring"])
    }

    @Test func `Romerike has fourteen members, two companies sharing one membership, and its history in totals`() throws
    {
        let definition = try Self.read("romerike")
        #expect(definition.memberships.count == 14)
        #expect(definition.organisations.count == 15)
        #expect(definition.memberships.first { $0.organisations.count == 2 }?.slug.text == "nrv-nra")
        #expect(definition.cohorts.map(\.totals?.members) == [10, 10, 13, 14])
        #expect(definition.cohorts.map(\.totals?.started) == [10, 5, 10, 8])
        #expect(definition.cohorts.map(\.totals?.permanent) == [8, 5, 8, nil])
        #expect(definition.programmes[0].applicantCounts == [60, 42])
        #expect(definition.programmes[0].rules.periods.parts.map(\.host) == [.home, .anotherMember, .home])
        #expect(definition.programmes[0].rules.completion.requires == [.projectAssignment, .evaluation])
        let forum = try #require(definition.bodies.first)
        #expect(forum.name(on: LocalDate("2009-01-01")!).text(in: .en) == "Leader forum")
        #expect(forum.name(on: LocalDate("2011-01-01")!).text(in: .en) == "Forum")
    }

    @Test func `Norra Norrland has eight municipalities, twelve places and a rule of contrast`() throws {
        let definition = try Self.read("norra-norrland")
        #expect(definition.memberships.count == 8)
        #expect(definition.rounds.map(\.positions) == [12])
        #expect(definition.rounds[0].channels.count == 4)
        let rules = definition.programmes[0].rules
        #expect(rules.educationSharePercent == 20)
        #expect(rules.periods.parts.map(\.host) == [.home, .contrastOfSize])
        let assumedSizes = definition.organisations.filter { $0.assumed == ["size.class"] }
        #expect(assumedSizes.count == 8)
    }

    @Test func `the general programme rotates among units for three to four years`() throws {
        let rules = try Self.read("general").programmes[0].rules
        #expect(rules.months == Bounds(36, 48))
        #expect(rules.periods.parts.map(\.host) == [.anotherUnit])
        #expect(rules.employment.paySharePercent == 50)
        #expect(rules.completion.earlyHireEnds && !rules.employment.boundToStay)
    }
}
