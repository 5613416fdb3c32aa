import KohortCore
import Testing

@testable import Tenancy

struct AssumptionTests {
    @Test func `what is marked as assumed is kept by its path and reads as any other value`() throws {
        let yaml = SmallDefinition.yaml
            .replacing("months: 18", with: "months: !assumed 18")
            .replacing("longest_days: 3", with: "longest_days: !assumed 3")
            .replacing("- {slug: nes,", with: "- !assumed {slug: nes,")
        let definition = try ConsortiumDefinition.read(yaml: yaml)
        #expect(definition.programmes[0].rules.months == Bounds(18, 18))
        #expect(definition.programmes[0].assumed == ["rules.months", "rules.gatherings.longest_days"])
        #expect(definition.organisations.map(\.assumed) == [[], ["."]])
    }

    @Test(arguments: ["!assume 18", "!!int 18", "!<tag:x> 18"])
    func `another tag is refused`(value: String) throws {
        #expect(
            try SmallDefinition.problems("months: 18", "months: \(value)").map(\.short)
                == ["programmes[0].rules.months 31 yaml.tag"])
    }

    @Test func `a mark on a key is refused`() throws {
        #expect(
            try SmallDefinition.problems("months: 18", "!assumed months: 18").map(\.short)
                == ["programmes[0].rules 31 value.type"])
    }
}
