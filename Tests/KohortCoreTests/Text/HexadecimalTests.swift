import KohortCore
import Testing

struct HexadecimalTests {
    @Test func `every byte has two digits`() {
        #expect(String(hexadecimal: [0x00, 0x0A, 0x9F, 0xFF]) == "000a9fff")
        #expect(String(hexadecimal: []) == "")
    }
}
