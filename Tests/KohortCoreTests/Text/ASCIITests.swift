import KohortCore
import Testing

struct ASCIITests {
    private func all(where holds: (UInt8) -> Bool) -> String {
        String(decoding: (UInt8.min...UInt8.max).filter(holds), as: UTF8.self)
    }

    @Test func `letters and digits are those of ASCII and no other byte`() {
        #expect(all { $0.isDigit } == "0123456789")
        #expect(all { $0.isUppercase } == "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        #expect(all { $0.isLowercase } == "abcdefghijklmnopqrstuvwxyz")
        #expect(all { $0.isAlphanumeric } == "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    }

    @Test func `a hexadecimal digit counts the same in both cases`() {
        #expect(all { $0.hexadecimalValue != nil } == "0123456789ABCDEFabcdef")
        #expect("09afAF".utf8.map(\.hexadecimalValue) == [0, 9, 10, 15, 10, 15])
    }
}
