import KohortCore
import KohortTesting
import Testing

@testable import Tenancy

@Suite struct `Codes of an authenticator` {
    private static let secret = Array("12345678901234567890".utf8)

    /// RFC 6238, appendix B, for SHA-1.
    @Test(
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func `are those of the standard's own vectors`(_ second: Int64, _ code: String) {
        let step = TOTP.step(at: Instant(milliseconds: second * 1000))
        #expect(TOTP(secret: Self.secret).code(of: step, digits: 8) == code)
        #expect(TOTP(secret: Self.secret).code(of: step) == code.suffix(6))
    }

    @Test func `hold for a step before and after, and no longer`() {
        let (totp, now) = (TOTP(secret: Self.secret), Instant.at("2026-11-20T09:00:00Z"))
        let step = TOTP.step(at: now)
        for near in step - 1...step + 1 {
            #expect(totp.step(of: totp.code(of: near), at: now, after: nil) == near)
        }
        for far in [step - 2, step + 2] { #expect(totp.step(of: totp.code(of: far), at: now, after: nil) == nil) }
        #expect(totp.step(of: "12345", at: now, after: nil) == nil)
        #expect(totp.step(of: "", at: now, after: nil) == nil)
    }

    @Test func `are worth nothing once they or later ones were used`() {
        let (totp, now) = (TOTP(secret: Self.secret), Instant.at("2026-11-20T09:00:00Z"))
        let step = TOTP.step(at: now)
        #expect(totp.step(of: totp.code(of: step), at: now, after: step - 1) == step)
        #expect(totp.step(of: totp.code(of: step), at: now, after: step) == nil)
        #expect(totp.step(of: totp.code(of: step - 1), at: now, after: step) == nil)
        #expect(totp.step(of: totp.code(of: step + 1), at: now, after: step) == step + 1)
    }

    @Test func `come from a key that is written in base 32, and opened by a link`() {
        let totp = TOTP(secret: Self.secret)
        #expect(totp.words == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        #expect(
            totp.link(issuer: "Norra Norrland", account: "a@b.example")
                == "otpauth://totp/Norra%20Norrland:a%40b.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Norra%20Norrland&algorithm=SHA1&digits=6&period=30")
        #expect(TOTP().secret.count == 20)
        #expect(TOTP().secret != TOTP().secret)
    }

    @Test func `recovery codes are many, unlike, and read however they are typed`() throws {
        let codes = RecoveryCode.fresh()
        #expect(Set(codes).count == 10)
        let first = try #require(codes.first)
        #expect(first.wholeMatch(of: /([A-Z2-7]{4}-){3}[A-Z2-7]{4}/) != nil)
        #expect(RecoveryCode.hash(of: first) == RecoveryCode.hash(of: first.lowercased().replacing("-", with: " ")))
        #expect(RecoveryCode.hash(of: first) != RecoveryCode.hash(of: codes[1]))
        #expect(RecoveryCode.hash(of: "123456") == nil)
    }
}
