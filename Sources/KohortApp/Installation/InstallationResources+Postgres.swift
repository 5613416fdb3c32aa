import Crypto
import KohortCore
import KohortPostgres
import KohortSQLite
import KohortStore

#if PostgreSQL
    extension InstallationResources {
        static func take(_ shared: PostgresSettings, _ settings: Settings, _ lock: FolderLock) throws
            -> InstallationResources
        {
            guard shared.server.isReadable else {
                throw SettingsProblem(
                    key: "postgres.address", found: "(not shown)", allowed: "a connection string or URI of libpq")
            }
            // Beside the threads' connections there is one for each archive that is under way.
            let connections = PostgresConnections(shared.server, limit: shared.connections + shared.connections / 4)
            var engine = try PostgresEngine(connections, registry: shared.registry)
            let registry = try engine.openRegistry()
            let secret = try agreedSecret(engine, settings.secretFile)
            if shared.tenantRoles { try engine.separate(by: roles(of: shared.registry, secret)) }
            return InstallationResources(
                engine: engine, registry: registry, secret: secret, lock: lock, threads: threads(shared.connections))
        }

        /// A connection for each thread, and the most of them for what is asked most.
        private static func threads(_ connections: Int) -> StoreThreads {
            let quarter = connections / 4
            return StoreThreads(writers: quarter, readers: connections - 2 * quarter, files: quarter)
        }

        /// All daemons of an installation must have one secret, of which the registry keeps a digest and no more: who
        /// reads the database can make no link. The first daemon makes it, the others are given its file.
        private static func agreedSecret(_ engine: PostgresEngine, _ path: String) throws -> [UInt8] {
            let isFirst = try engine.agree(on: nil) == nil
            guard isFirst || InstallationSecret.isThere(path) else { throw foreign(path) }
            let secret = try InstallationSecret.load(from: path)
            guard try engine.agree(on: digest(of: secret)) == digest(of: secret) else { throw foreign(path) }
            return secret
        }

        /// Their passwords come from the secret, so every daemon knows them and the database has none.
        private static func roles(of registry: String, _ secret: [UInt8]) -> PostgresRoles {
            let key = SymmetricKey(data: secret)
            @Sendable func code(_ text: String) -> String {
                String(hexadecimal: HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
            }
            return PostgresRoles(installation: String(code("kohort:roles:\(registry)").prefix(8))) {
                code("kohort:role:\($0)")
            }
        }

        private static func digest(of secret: [UInt8]) -> String {
            SHA256.hash(data: Array("kohort:secret:".utf8) + secret).map { String($0, radix: 16) }.joined(
                separator: ".")
        }

        private static func foreign(_ path: String) -> SettingsProblem {
            SettingsProblem(
                key: "secretFile", found: path,
                allowed: "a copy of the secret that the installation's first daemon made")
        }
    }
#else
    extension InstallationResources {
        static func take(_ shared: PostgresSettings, _ settings: Settings, _ lock: FolderLock) throws
            -> InstallationResources
        {
            throw SettingsProblem(
                key: "postgres.address", found: "(not shown)",
                allowed: "none in this build: for PostgreSQL build with --traits PostgreSQL")
        }
    }
#endif
