import KohortCore
import Testing

@testable import Tenancy

struct BodyDefinitionTests {
    private static let names = "- {name: Styre, to: 2011-01-01}"

    @Test func `a body bears on each date the name it had then`() throws {
        let body = try SmallDefinition.read(
            Self.names, "- {name: Utvalg, to: 2009-01-01}\n      - {name: Styre, to: 2011-01-01}"
        ).bodies[0]
        let names = ["2008-12-31", "2009-01-01", "2010-12-31", "2011-01-01"].compactMap { LocalDate($0) }
        #expect(names.map { body.name(on: $0).text(in: .nb) } == ["Utvalg", "Styre", "Styre", "Forum"])
    }

    @Test(arguments: [
        (names, "- {name: Styre}", "bodies[0].past_names[0].to 24 period.open"),
        (
            names, "- {name: Styre, to: 2011-01-01}\n      - {name: Utvalg, to: 2009-01-01}",
            "bodies[0].past_names 23 date.order"
        ),
        (
            names, "- {name: Styre, to: 2011-01-01}\n      - {name: Råd, to: 2011-01-01}",
            "bodies[0].past_names 23 date.order"
        ),
        ("kind: forum", "kind: forum\n    reports_to: forum", "bodies[0].reports_to 22 value.conflict"),
    ])
    func `a wrong body is refused`(old: String, new: String, problem: String) throws {
        #expect(try SmallDefinition.problems(old, new).map(\.short) == [problem])
    }
}
