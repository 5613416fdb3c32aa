import Testing

@testable import Tenancy

struct ConsortiumProfileTests {
    @Test(arguments: [
        ("languages: [nb, sv]", "languages: [nb, nb, sv]", "consortium.languages 4 value.conflict"),
        ("languages: [nb, sv]", "languages: []", "consortium.languages 4 value.range"),
        ("default_language: nb", "default_language: en", "consortium.default_language 5 value.conflict"),
        ("retention_days: 365", "retention_days: 3651", "consortium.settings.retention_days 12 value.range"),
        ("retention_days: 365", "retention_days: 29", "consortium.settings.retention_days 12 value.range"),
        (
            "retention_days: 365", "retention_days: 365\n    blind_until: later",
            "consortium.settings.blind_until 13 value.word"
        ),
        ("slug: nord", "slug: api", "consortium.slug 2 slug.reserved"),
    ])
    func `a wrong setting is refused`(old: String, new: String, problem: String) throws {
        let problems = try SmallDefinition.problems(old, new).map(\.short)
        #expect(problems == [problem])
    }

    @Test func `the bounds of retention are allowed, and a stage of review is read`() throws {
        for days in [30, 3650] {
            let settings = try SmallDefinition.read(
                "retention_days: 365", "retention_days: \(days)\n    blind_until: ranking"
            )
            .consortium.settings
            #expect(settings.retentionDays == days)
            #expect(settings.blindUntil == .ranking)
        }
    }
}
