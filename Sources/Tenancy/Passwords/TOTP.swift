import Crypto
import Foundation
import KohortCore

/// Codes of six digits that change every thirty seconds (RFC 6238), as every authenticator makes them.
package struct TOTP: Sendable {
    package static let period: Int64 = 30
    /// One step before and after: clocks differ, and people type slowly.
    static let window: Int64 = 1
    package let secret: [UInt8]

    package init(secret: [UInt8]) { self.secret = secret }

    /// 160 fresh bits, as RFC 4226 §4 recommends.
    package init() { secret = SymmetricKey(size: SymmetricKeySize(bitCount: 160)).withUnsafeBytes { Array($0) } }

    /// The code of one step, RFC 4226 §5.3.
    package func code(of step: Int64, digits: Int = 6) -> String {
        var counter = UInt64(bitPattern: step).bigEndian
        let message = withUnsafeBytes(of: &counter) { Data($0) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
        let offset = Int(mac[19] & 0xF)
        let word = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let number = String(UInt64(word) % (0..<digits).reduce(1) { power, _ in power * 10 })
        return String(repeating: "0", count: digits - number.count) + number
    }

    package static func step(at now: Instant) -> Int64 { now.milliseconds / 1000 / period }

    /// The step whose code this is, unless it or a later one has been used: a code that was seen is worth nothing.
    package func step(of code: String, at now: Instant, after used: Int64?) -> Int64? {
        let current = Self.step(at: now)
        let typed = code.filter { $0 != " " }
        return (current - Self.window...current + Self.window).first { step in
            step > used ?? .min && Secret(self.code(of: step)).hash == Secret(typed).hash
        }
    }

    /// What people type where they cannot follow the link: base 32 in groups of four.
    package var words: String {
        let text = Base32.text(of: secret)
        return stride(from: 0, to: text.count, by: 4).map { String(text.dropFirst($0).prefix(4)) }
            .joined(separator: " ")
    }

    /// The link that an authenticator opens.
    package func link(issuer: String, account: String) -> String {
        func escaped(_ text: String) -> String {
            text.addingPercentEncoding(withAllowedCharacters: Self.plain) ?? ""
        }
        return "otpauth://totp/\(escaped(issuer)):\(escaped(account))?secret=\(Base32.text(of: secret))"
            + "&issuer=\(escaped(issuer))&algorithm=SHA1&digits=6&period=\(Self.period)"
    }

    private static let plain = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}

/// RFC 4648 §6, without padding.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

    static func text(of bytes: [UInt8]) -> String {
        var (text, buffer, bits) = ("", 0, 0)
        for byte in bytes {
            (buffer, bits) = (buffer << 8 | Int(byte), bits + 8)
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[buffer >> bits & 31])
            }
            buffer &= (1 << bits) - 1
        }
        if bits > 0 { text.append(alphabet[buffer << (5 - bits) & 31]) }
        return text
    }
}
