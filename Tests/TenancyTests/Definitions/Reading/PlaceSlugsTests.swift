import KohortCore
import Testing

@testable import Tenancy

struct PlaceSlugsTests {
    @Test(arguments: [
        (String(repeating: "a", count: 41), "slug.length"), ("\"\"", "slug.length"), ("Nes", "slug.characters"),
        ("øst", "slug.characters"), ("ne s", "slug.characters"), ("-nes", "slug.ends"), ("nes-", "slug.ends"),
        ("admin", "slug.reserved"), ("pg_nes", "slug.reserved"), ("robots.txt", "slug.reserved"),
    ])
    func `each kind of bad slug is refused`(slug: String, code: String) throws {
        #expect(
            try SmallDefinition.problems("slug: nes", "slug: \(slug)").map(\.short) == [
                "organisations[1].slug 15 \(code)"
            ])
    }

    @Test(arguments: ["n", "1", "a-b", String(repeating: "a", count: 40)])
    func `a right slug is read`(slug: String) throws {
        #expect(try SmallDefinition.read("slug: nes", "slug: \(slug)").organisations[1].slug.text == slug)
    }

    @Test(arguments: [
        ("{slug: nes,", "{slug: vik,", "organisations[1].slug 15 slug.duplicate"),
        ("{slug: vik-again,", "{slug: vik,", "memberships[1].slug 18 slug.duplicate"),
    ])
    func `a slug that its kind has already is refused`(old: String, new: String, problem: String) throws {
        #expect(try SmallDefinition.problems(old, new).map(\.short) == [problem])
    }

    @Test func `the same slug in another kind is right`() throws {
        #expect(try SmallDefinition.read("slug: forum", "slug: vik").bodies[0].slug.text == "vik")
    }

    @Test func `a slug twice in one list is refused, and in two lists it is right`() throws {
        let units = "name: Vik, units: [{slug: health, name: Helse}, {slug: health, name: Helse}],"
        #expect(
            try SmallDefinition.problems("name: Vik,", units).map(\.short)
                == ["organisations[0].units[1] 14 slug.duplicate"])
        let yaml = SmallDefinition.yaml
            .replacing("name: Vik,", with: "name: Vik, units: [{slug: health, name: Helse}],")
            .replacing("name: Nes,", with: "name: Nes, units: [{slug: health, name: Helse}],")
        #expect(try ConsortiumDefinition.read(yaml: yaml).organisations.map(\.units.count) == [1, 1])
    }

    @Test(arguments: [
        ("organisations: [vik], from: 2010", "organisations: [vika], from: 2010", "memberships[0].organisations[0] 17"),
        ("programme: trainee", "programme: trainees", "cohorts[0].programme 44"),
        ("participations: [vik]", "participations: [nes]", "cohorts[0].participations[0] 47"),
        ("cohort: first", "cohort: second", "rounds[0].cohort 50"),
        ("kind: economic,", "kind: economic, programme: other,", "matters[0].programme 54"),
        ("kind: information,", "kind: information, programme: other,", "occasions[0].programme 56"),
        ("version: \"1\"", "version: \"1\"\n    responsible: ks", "programmes[0].responsible 30"),
        ("kind: forum", "kind: forum\n    reports_to: board", "bodies[0].reports_to 22"),
        (
            "  currency: NOK", "  currency: NOK\n  leadership: {hired_by: forum, reports_to: board}",
            "consortium.leadership.reports_to 9"
        ),
    ])
    func `what refers to something the file has not is refused`(old: String, new: String, place: String) throws {
        #expect(try SmallDefinition.problems(old, new).map(\.short).contains("\(place) reference.unknown"))
    }

    @Test func `the nearest slug is suggested`() throws {
        let problem = try #require(try SmallDefinition.problems("programme: trainee", "programme: traine").first)
        #expect(problem.allowed == "one of the file's: trainee; did you mean trainee?")
    }

    @Test func `a reference may stand before what it names`() throws {
        let definition = try SmallDefinition.read(
            "  currency: NOK", "  currency: NOK\n  leadership: {hired_by: forum, reports_to: forum}")
        #expect(definition.consortium.leadership?.hiredBy == definition.bodies[0].slug)
    }
}
