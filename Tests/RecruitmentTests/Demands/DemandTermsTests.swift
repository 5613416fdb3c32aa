import KohortCore
import Testing

@testable import Recruitment

struct DemandTermsTests {
    @Test func `texts are trimmed, and up to their limits taken`() throws {
        let long = DemandTerms(
            title: " " + String(repeating: "é", count: 200) + " ", field: String(repeating: "f", count: 100),
            competence: String(repeating: "c", count: 5000), place: String(repeating: "p", count: 100), asked: 100)
        let checked = try long.checked()
        #expect(checked.title == String(repeating: "é", count: 200))
        #expect(checked.asked == 100)
    }

    @Test func `beyond its limit each is refused, all at once`() {
        let long = DemandTerms(
            title: String(repeating: "t", count: 201), field: String(repeating: "f", count: 101),
            competence: String(repeating: "c", count: 5001), place: String(repeating: "p", count: 101), asked: 101)
        let problems = [
            FieldProblem("title", "text.too_long", ["limit": "200"]),
            FieldProblem("field", "text.too_long", ["limit": "100"]),
            FieldProblem("competence", "text.too_long", ["limit": "5000"]),
            FieldProblem("place", "text.too_long", ["limit": "100"]),
            FieldProblem("asked", "number.range", ["from": "1", "to": "100"]),
        ]
        #expect(throws: Rejection.invalid(problems)) { try long.checked() }
    }

    @Test func `nothing may be left out`() {
        let empty = DemandTerms(title: " ", field: "", competence: "", place: "", asked: 0)
        let problems =
            ["title", "field", "place", "competence"].map { FieldProblem($0, "text.required") }
            + [FieldProblem("asked", "number.range", ["from": "1", "to": "100"])]
        #expect(throws: Rejection.invalid(problems)) { try empty.checked() }
    }

    @Test func `a line break in the title is refused, in the wanted background it stays`() throws {
        let broken = DemandTerms(title: "a\r\nb", field: "f", competence: "a\r\nb", place: "p", asked: 1)
        #expect(throws: Rejection.invalid("title", "text.control")) { try broken.checked() }
        let fine = DemandTerms(title: "a", field: "f", competence: "a\r\nb", place: "p", asked: 1)
        #expect(try fine.checked().competence == "a\nb")
    }
}
