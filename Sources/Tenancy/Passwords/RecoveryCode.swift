import Crypto
import KohortCore
import KohortStore

/// What somebody comes in by who has lost their authenticator: 80 random bits, good once, stored as a hash.
package struct RecoveryCode: Record {
    package static let table: StaticString = "recovery_code"
    package static let columns: [StaticString] = ["hash", "person", "used_at"]
    /// How many there are at a time.
    package static let count = 10

    let hash: String
    let person: PersonID
    let usedAt: Instant?

    init(hash: String, person: PersonID) { (self.hash, self.person, usedAt) = (hash, person, nil) }

    package init(_ tuple: borrowing Tuple) throws {
        (hash, person, usedAt) = (try tuple[0], try tuple[1], try tuple[2])
    }

    package var values: [SQLValue] { [hash.sqlValue, person.sqlValue, usedAt.sqlValue] }

    static let creation: DDL = """
        create table recovery_code (hash \(.text) primary key, person \(.text) not null references person (id), \
        used_at \(.integer))
        """

    /// A fresh set, to be shown this once: `ABCD-EFGH-IJKL-MNOP`.
    package static func fresh() -> [String] {
        (0..<count).map { _ in
            let bytes = SymmetricKey(size: SymmetricKeySize(bitCount: 80)).withUnsafeBytes { Array($0) }
            let text = Base32.text(of: bytes)
            return stride(from: 0, to: 16, by: 4).map { String(text.dropFirst($0).prefix(4)) }.joined(separator: "-")
        }
    }

    /// The hash of a code however it was typed: small letters, spaces and hyphens mean nothing. Nil for what is no code.
    package static func hash(of typed: String) -> String? {
        let plain = typed.uppercased().filter { $0 != "-" && $0 != " " }
        guard plain.utf8.count == 16 else { return nil }
        return Secret("recovery:" + plain).hash
    }
}
