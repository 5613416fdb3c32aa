import KohortCore
import Testing

struct CSVTests {
    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\0x"])
    func `a cell that would be a formula is text`(cell: String) {
        let written = CSV.text([[cell]]).dropFirst()
        #expect(written.hasPrefix("'") || written.hasPrefix("\"'"))
    }

    @Test func `other cells stand as they are, quoted where a sign parts cells or lines`() {
        let rows = [["Alva", "1 234", "a;b"], ["say \"no\"", "two\nlines", ""]]
        #expect(CSV.text(rows) == "\u{FEFF}Alva;1 234;\"a;b\"\r\n\"say \"\"no\"\"\";\"two\nlines\";\r\n")
    }
}
