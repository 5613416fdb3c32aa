import Foundation
import Testing

@testable import Tenancy

struct SecretTests {
    @Test func `a secret is 256 random bits, and never the same`() throws {
        let texts = (0..<1000).map { _ in Secret().text }
        #expect(Set(texts).count == texts.count)
        var ones = 0
        for text in texts {
            let plain = text.replacing("-", with: "+").replacing("_", with: "/") + "="
            let bytes = try #require(Data(base64Encoded: plain))
            #expect(bytes.count == 32)
            ones += bytes.reduce(0) { $0 + $1.nonzeroBitCount }
        }
        // Half of 256,000, give or take twenty times what chance does.
        #expect((123_000...133_000).contains(ones))
    }

    @Test func `its hash is SHA-256 in hexadecimal`() {
        #expect(
            Secret("abc").hash == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
