import Glibc
import KohortCore
import KohortStore

/// The few calls on files and folders whose order decides whether an acknowledgement is true.
enum FileSystem {
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Makes a folder and those above it, readable by their owner alone.
    static func makeFolder(_ path: String) throws {
        if exists(path) { return }
        if let parent = folder(of: path) { try makeFolder(parent) }
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure("make folder \(path)") }
    }

    /// Makes an empty file unless there is one; either is its owner's alone then, whatever the process's mask. SQLite
    /// gives the log beside a database the database's own mode.
    static func makeFile(_ path: String) throws {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("make \(path)") }
        defer { Glibc.close(descriptor) }
        guard fchmod(descriptor, 0o600) == 0 else { throw failure("guard \(path)") }
    }

    static func folder(of path: String) -> String? {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return nil }
        return String(path[..<slash])
    }

    /// Renames and syncs the folder, so that the new name survives a power loss.
    static func moveDurably(_ source: String, to target: String) throws {
        try move(source, to: target)
        if let parent = folder(of: target) { try syncFolder(parent) }
    }

    static func move(_ source: String, to target: String) throws {
        guard rename(source, target) == 0 else { throw failure("rename to \(target)") }
    }

    /// When a file's content was last written or renewed; nil when there is no such file.
    static func modified(_ path: String) -> Instant? {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        return Instant(
            milliseconds: Int64(facts.st_mtim.tv_sec) * 1000 + Int64(facts.st_mtim.tv_nsec) / 1_000_000)
    }

    static func syncFolder(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open folder \(path)") }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("sync folder \(path)") }
    }

    static func sync(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open \(path)") }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("sync \(path)") }
    }

    static func failure(_ deed: String) -> StoreFault {
        let code = errno
        if code == ENOSPC || code == EDQUOT || code == EFBIG { return .full }
        return .unavailable("cannot \(deed): \(String(cString: strerror(code)))")
    }
}
