import KohortCore
import Testing

struct RejectionTests {
    private let problems = [
        FieldProblem("name", "text.required"), FieldProblem("title", "text.too_long", ["limit": "200"]),
    ]

    @Test func `all problems are thrown at once, in their order`() {
        #expect(throws: Rejection.invalid(problems)) { try problems.throwIfAny() }
    }

    @Test func `no problems throw nothing`() {
        #expect(throws: Never.self) { try [FieldProblem]().throwIfAny() }
    }

    @Test func `a rejection of one field is that of a list of one`() {
        #expect(Rejection.invalid("name", "text.required") == .invalid([FieldProblem("name", "text.required")]))
        #expect(Rejection.invalid("title", "text.too_long", ["limit": "200"]) == .invalid([problems[1]]))
    }

    @Test func `a rejection is read back as it was stored`() throws {
        let deadline = try Deadline(date("2027-03-28"), in: .stockholm)
        let rejections: [Rejection] = [
            .invalid(problems), .notFound, .forbidden, .conflict("offer.no_place_left"), .gone, .tooLate(deadline),
        ]
        #expect(try read(stored(rejections)) == rejections)
    }
}
