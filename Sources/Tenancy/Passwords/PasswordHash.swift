import Crypto
import CryptoExtras
import Foundation

/// What a password's hash costs: memory is 128·2^ln·r bytes (OWASP ASVS 5.0.0, appendix C).
package struct ScryptCost: Hashable, Sendable {
    package let ln: Int
    package let r: Int
    package let p: Int

    package init(ln: Int, r: Int, p: Int) { (self.ln, self.r, self.p) = (ln, r, p) }

    /// 128 MiB.
    package static let current = ScryptCost(ln: 17, r: 8, p: 1)

    /// Whether a stored hash of this cost is computed at all; a damaged row must not take the machine's memory.
    fileprivate var isBearable: Bool { (1...20).contains(ln) && (1...16).contains(r) && (1...4).contains(p) }
}

/// A password's scrypt hash in the PHC string format: `$scrypt$ln=17,r=8,p=1$salt$hash`. Computing one takes its time and
/// its memory: never within a command, nor on a cooperative thread.
package struct PasswordHash: Hashable, Sendable {
    private static let size = 32
    package let cost: ScryptCost
    private let salt: Data
    private let hash: Data

    /// Hashes a password as it was typed, byte by byte, with a fresh salt.
    package init(of password: String, cost: ScryptCost = .current) throws {
        salt = SymmetricKey(size: .bits128).withUnsafeBytes { Data($0) }
        self.cost = cost
        hash = try Self.derive(password, salt, cost)
    }

    /// Nil for what is no such string.
    package init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt",
            let cost = Self.cost(parts[2]), cost.isBearable,
            let salt = Self.data(parts[3]), let hash = Self.data(parts[4]), hash.count == Self.size
        else { return nil }
        (self.cost, self.salt, self.hash) = (cost, salt, hash)
    }

    package var text: String {
        "$scrypt$ln=\(cost.ln),r=\(cost.r),p=\(cost.p)$\(Self.text(salt))$\(Self.text(hash))"
    }

    /// Compared without telling by its time where they differ.
    package func matches(_ password: String) throws -> Bool {
        SymmetricKey(data: try Self.derive(password, salt, cost)) == SymmetricKey(data: hash)
    }

    private static func derive(_ password: String, _ salt: Data, _ cost: ScryptCost) throws -> Data {
        try KDF.Scrypt.deriveKey(
            from: Data(password.utf8), salt: salt, outputByteCount: size, rounds: 1 << cost.ln, blockSize: cost.r,
            parallelism: cost.p
        ).withUnsafeBytes { Data($0) }
    }

    private static func cost(_ text: String) -> ScryptCost? {
        let numbers = zip(text.split(separator: ",", omittingEmptySubsequences: false), ["ln=", "r=", "p="]).map {
            $0.hasPrefix($1) ? Int($0.dropFirst($1.count)) : nil
        }
        guard numbers.count == 3, text.split(separator: ",").count == 3, let ln = numbers[0], let r = numbers[1],
            let p = numbers[2]
        else { return nil }
        return ScryptCost(ln: ln, r: r, p: p)
    }

    /// Base64 without padding, as PHC has it.
    private static func text(_ data: Data) -> String { data.base64EncodedString().replacing("=", with: "") }

    private static func data(_ text: String) -> Data? {
        Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4))
    }
}
