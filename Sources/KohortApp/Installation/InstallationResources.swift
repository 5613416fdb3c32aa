import KohortSQLite
import KohortStore

/// What an installation stands on: its databases, its secret, and the mark that no other process has its folder.
struct InstallationResources {
    let engine: any Engine
    let registry: any Storage
    let secret: [UInt8]
    let lock: FolderLock
    let threads: StoreThreads

    /// Takes the data folder, which no other process may have, and opens the registry on the engine that is asked for.
    static func take(_ settings: Settings) throws -> InstallationResources {
        let lock = try FolderLock(settings.data)
        if let shared = settings.postgres { return try take(shared, settings, lock) }
        let engine = try SQLiteEngine(folder: settings.data, longestRead: .seconds(settings.statementSeconds))
        return InstallationResources(
            engine: engine, registry: try engine.openRegistry(),
            secret: try InstallationSecret.load(from: settings.secretFile), lock: lock, threads: StoreThreads())
    }
}
