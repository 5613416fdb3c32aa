import KohortCore
import Testing

@testable import Tenancy

struct ConsortiumDefinitionTests {
    @Test func `a right definition is read without a problem`() throws {
        let definition = try ConsortiumDefinition.read(yaml: SmallDefinition.yaml)
        #expect(definition.slug.text == "nord")
        #expect(definition.programmes[0].rules.months == Bounds(exactly: 18))
        #expect(definition.programmes[0].rules.fees[0].amount == Money(minorUnits: 6_900_000, .nok))
        #expect(definition.cohorts[0].period?.wholeMonths == 18)
        #expect(definition.consortium.name.text(in: .sv) == "Norr")
    }

    @Test func `everything wrong is reported at once, in the order of the lines`() throws {
        let yaml = SmallDefinition.yaml
            .replacing("time_zone: Europe/Oslo", with: "time_zone: Oslo")
            .replacing("kind: municipality, country: NO}", with: "kind: town, country: NO}")
            .replacing("count: 6, longest_days: 3", with: "count: six, longest: 3")
            .replacing("programme: trainee", with: "programme: traine")
            .replacing("first_day: 2011-04-01", with: "first_day: 2011-04-31")
        #expect(
            SmallDefinition.problems(in: yaml).map(\.short) == [
                "consortium.time_zone 6 value.type",
                "organisations[1].kind 15 value.word",
                "programmes[0].rules.gatherings.count 35 value.type",
                "programmes[0].rules.gatherings.longest 35 key.unknown",
                "cohorts[0].programme 44 reference.unknown",
                "occasions[0].first_day 56 date.impossible",
            ])
    }

    @Test func `a problem says where, what was found and what is allowed`() throws {
        let problem = try #require(try SmallDefinition.problems("count: 6", "count: 101").first)
        #expect(
            problem.description
                == "line 35: programmes[0].rules.gatherings.count: found \"101\", allowed is a whole number, 0 to 100")
    }

    @Test func `a file without a consortium is refused for that alone`() {
        #expect(SmallDefinition.problems(in: "organisations: []").map(\.short) == ["consortium 1 key.missing"])
    }

    @Test func `bytes that are no UTF-8 are refused, and those that are UTF-8 are read`() throws {
        let bytes = Array(SmallDefinition.yaml.utf8)
        #expect(try ConsortiumDefinition.read(file: bytes) == ConsortiumDefinition.read(yaml: SmallDefinition.yaml))
        let error = #expect(throws: DefinitionProblems.self) {
            try ConsortiumDefinition.read(file: bytes + [0xC3, 0x28])
        }
        #expect(error?.all.map(\.code) == [.fileEncoding])
    }
}
