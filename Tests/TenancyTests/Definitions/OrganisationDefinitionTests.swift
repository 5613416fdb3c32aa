import KohortCore
import Testing

@testable import Tenancy

struct OrganisationDefinitionTests {
    private static func nes(_ more: String) -> String {
        "slug: nes, name: Nes, kind: municipality, country: NO, \(more)}"
    }
    private static let plain = "slug: nes, name: Nes, kind: municipality, country: NO}"

    @Test func `a size is a class, or a population with its source and date`() throws {
        let figure = "size: {population: 5600, source: Statistics, on: 2025-01-01}"
        let sizes = try SmallDefinition.read(Self.plain, Self.nes(figure)).organisations.map(\.size)
        let date = try #require(LocalDate("2025-01-01"))
        #expect(sizes[0] == OrganisationSize(class: .small, population: nil, source: nil, on: nil))
        #expect(sizes[1] == OrganisationSize(class: nil, population: 5600, source: "Statistics", on: date))
    }

    @Test(arguments: [
        ("size: {population: 5600, source: Statistics}", "organisations[1].size.on key.missing"),
        ("size: {population: 5600, on: 2025-01-01}", "organisations[1].size.source key.missing"),
        ("size: {class: small, population: 5600}", "organisations[1].size.population value.conflict"),
        ("size: {class: tiny}", "organisations[1].size.class value.word"),
        ("size: {population: 0, source: S, on: 2025-01-01}", "organisations[1].size.population value.range"),
        ("number: \"123456789\"", "organisations[1].number number.check_digit"),
        ("number: \"556036-0793\"", "organisations[1].number number.check_digit"),
    ])
    func `a wrong size or number is refused`(more: String, problem: String) throws {
        let problems = try SmallDefinition.problems(Self.plain, Self.nes(more))
        #expect(problems.map { "\($0.path) \($0.code.rawValue)" } == [problem])
    }

    @Test func `an organisation number is checked by its own country`() throws {
        let definition = try SmallDefinition.read(
            Self.plain, Self.nes("number: \"556036-0793\"").replacing("country: NO", with: "country: SE"))
        #expect(definition.organisations[1].number?.digits == "5560360793")
    }

    @Test func `classes are held against classes and figures against figures`() {
        func size(_ sizeClass: SizeClass) -> OrganisationSize {
            OrganisationSize(class: sizeClass, population: nil, source: nil, on: nil)
        }
        func size(_ population: Int) -> OrganisationSize {
            OrganisationSize(class: nil, population: population, source: "S", on: nil)
        }
        #expect(size(.small).isSmaller(than: size(.large)) == true)
        #expect(size(.small).isSmaller(than: size(.small)) == false)
        #expect(size(4000).isSmaller(than: size(4001)) == true)
        #expect(size(4000).isSmaller(than: size(.large)) == nil)
    }
}
