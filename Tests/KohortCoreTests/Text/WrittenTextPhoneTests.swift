import KohortCore
import Testing

@Suite struct `A phone number` {
    private func codes(_ text: String) -> [String] {
        var problems: [FieldProblem] = []
        _ = WrittenText.optionalPhone(text, field: "phone", problems: &problems)
        return problems.map(\.code)
    }

    @Test(arguments: [
        "", " ", "12345", "02800", "070-123 45 67", "+46 70 123 45 67", "+46 (0)70-123.45/67", "123456789012345",
    ])
    func `is five to fifteen digits, with what people put between them, or left out`(text: String) {
        #expect(codes(text) == [])
    }

    @Test(arguments: ["12", "1234", "+1 2-3 4", "+", "- - -", "1234567890123456", "+12 3456 7890 1234 56"])
    func `with too few or too many digits is refused`(text: String) {
        #expect(codes(text) == ["phone.length"])
    }

    @Test(arguments: ["call me", "070 123 45 67 x 2", "0+701234567", "++4670123", "０７０１２３４５６７", "070\u{301}1234567"])
    func `with anything else in it is refused`(text: String) {
        #expect(codes(text) == ["phone.invalid"])
    }

    @Test func `is trimmed and otherwise kept as it was written, and says how many digits there are to be`() {
        var problems: [FieldProblem] = []
        #expect(WrittenText.optionalPhone(" 070-123 45 67 ", field: "phone", problems: &problems) == "070-123 45 67")
        #expect(problems == [])
        _ = WrittenText.optionalPhone("12", field: "contact_phone", problems: &problems)
        #expect(problems == [FieldProblem("contact_phone", "phone.length", ["from": "5", "to": "15"])])
    }
}
