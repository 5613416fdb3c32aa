import Glibc
import KohortCore
import KohortStore
import Synchronization

/// A content's age is its file's time of modification: a content that arrives again is a new file under the same name.
extension FileFolder {
    func hashes(before instant: Instant) throws -> [String] {
        try Folder.names(in: folder).filter { $0.utf8.count == 2 }.flatMap { home in
            try Folder.names(in: "\(folder)/\(home)").filter { name in
                StoredFile.isHash(name) && Self.isOlder("\(folder)/\(home)/\(name)", than: instant)
            }
        }
    }

    func renew(_ hash: String) throws -> Bool {
        guard let path = Self.path(of: hash, in: folder) else { return false }
        return try Self.naming.withLock { _ in
            if utimensat(AT_FDCWD, path, nil, 0) == 0 { return true }
            guard errno == ENOENT else { throw FileSystem.failure("renew \(path)") }
            return false
        }
    }

    func remove(_ hash: String, before instant: Instant) throws -> Bool {
        guard let path = Self.path(of: hash, in: folder) else { return false }
        return try Self.naming.withLock { _ in
            guard Self.isOlder(path, than: instant) else { return false }
            guard unlink(path) == 0 else { throw FileSystem.failure("remove \(path)") }
            return true
        }
    }

    func removeDrafts(before instant: Instant) throws {
        for name in try Folder.names(in: folder + "/incoming") {
            let path = "\(folder)/incoming/\(name)"
            guard Self.isOlder(path, than: instant) else { continue }
            guard unlink(path) == 0 || errno == ENOENT else { throw FileSystem.failure("remove \(path)") }
        }
    }

    private static func isOlder(_ path: String, than instant: Instant) -> Bool {
        FileSystem.modified(path).map { $0 < instant } ?? false
    }
}
