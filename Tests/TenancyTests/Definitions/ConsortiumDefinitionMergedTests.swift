import Testing

@testable import Tenancy

struct ConsortiumDefinitionMergedTests {
    @Test func `what a file names takes its place, what it leaves out stays`() throws {
        let old = try ConsortiumDefinition.read(yaml: SmallDefinition.yaml)
        let file = try SmallDefinition.read("longest_days: 3", "longest_days: 2")
        var other = file
        other.matters = []
        other.occasions = []
        let merged = old.merged(with: other)
        #expect(merged.programmes == file.programmes)
        #expect(merged.matters == old.matters)
        #expect(merged.occasions == old.occasions)
        #expect(old.merged(with: old) == old)
    }
}
