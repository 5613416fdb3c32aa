import Foundation
import KohortCore
import Testing

struct Base64URLTests {
    @Test(
        arguments: [
            ([], ""), ([0xFB], "-w"), ([0xFB, 0xFF], "-_8"), ([0xFB, 0xFF, 0xBE], "-_--"),
            ([0x66, 0x6F, 0x6F], "Zm9v"),
        ] as [([UInt8], String)])
    func `bytes are written without padding, safe in an address, and read back`(_ bytes: [UInt8], _ text: String) {
        #expect(Base64URL.text(of: bytes) == text)
        #expect(Base64URL.data(of: text) == Data(bytes))
    }

    @Test(arguments: ["-w==", "+_8", "-/8", "A", "-_8 ", "-_8\n", "Zm9ö"])
    func `nothing else is read`(_ text: String) {
        #expect(Base64URL.data(of: text) == nil)
    }
}
