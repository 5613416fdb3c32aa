import KohortCore
import Testing

@testable import Tenancy

struct PlaceTextTests {
    @Test func `a text that one of the consortium's languages lacks is refused`() throws {
        let problem = try #require(
            try SmallDefinition.problems("name: {nb: Trainee, sv: Trainee}", "name: {nb: Trainee}").first)
        #expect(problem.short == "programmes[0].name 27 text.language")
        #expect(problem.found == "no text in sv")
    }

    @Test func `a further language is right, an unknown one is refused`() throws {
        let more = try SmallDefinition.read("{nb: Utgifter,", "{en: Costs, nb: Utgifter,")
        #expect(more.matters[0].title.text(in: .en) == "Costs")
        #expect(
            try SmallDefinition.problems("{nb: Utgifter,", "{da: Udgifter, nb: Utgifter,").map(\.short)
                == ["matters[0].title.da 54 key.unknown"])
    }

    @Test func `a name alone is the same in every language`() throws {
        let name = try ConsortiumDefinition.read(yaml: SmallDefinition.yaml).organisations[0].name
        #expect(name.text(in: .nb) == "Vik" && name.has(.sv) && !name.has(.en))
    }

    @Test func `texts are not blamed for languages that could not be read`() throws {
        #expect(
            try SmallDefinition.problems("languages: [nb, sv]", "languages: [nb, sw]").map(\.short)
                == ["consortium.languages[1] 4 value.word"])
    }
}
