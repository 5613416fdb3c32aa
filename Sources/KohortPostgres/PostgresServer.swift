/// Where the shared server is and how it is used. The address may hold a password, so nothing of it is ever printed.
package struct PostgresServer: Sendable {
    /// How the connection is encrypted and the server known, in libpq's words.
    package enum Encryption: String, Sendable, CaseIterable {
        case disable, allow, prefer, require
        case verifyAuthority = "verify-ca"
        case verifyFull = "verify-full"
    }

    /// A connection string or URI of libpq; what it leaves out comes from libpq's environment.
    package var address: String
    /// Goes before the address's own.
    package var password: String?
    /// Goes before the address's own.
    package var encryption: Encryption?
    /// How long one statement may take; 0 for ever.
    package var statementSeconds: Int
    /// How long to wait for a tenant's lock, or a row's.
    package var lockSeconds: Int
    /// How long who writes to a tenant may keep its lock and do nothing, as when the process is stopped.
    package var idleSeconds: Int

    package init(
        address: String, password: String? = nil, encryption: Encryption? = nil, statementSeconds: Int = 60,
        lockSeconds: Int = 5, idleSeconds: Int = 30
    ) {
        (self.address, self.password, self.encryption) = (address, password, encryption)
        (self.statementSeconds, self.lockSeconds, self.idleSeconds) = (statementSeconds, lockSeconds, idleSeconds)
    }
}

extension PostgresServer: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a PostgreSQL server" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
