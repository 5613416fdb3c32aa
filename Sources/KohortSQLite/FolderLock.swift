import Glibc
import KohortStore
import Synchronization

/// Ownership of a data folder by one process: two SQLite writers in two processes can corrupt a file in WAL mode.
/// Taken before a socket is bound, given back when the process ends, however it ends.
package final class FolderLock: Sendable {
    private let held: Atomic<Int32>

    /// Throws `locked` with the owner's process number when another process has the folder.
    package init(_ folder: String) throws {
        try FileSystem.makeFolder(folder)
        let path = folder + "/lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        held = Atomic(descriptor)
        guard descriptor >= 0 else { throw FileSystem.failure("open \(path)") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw StoreFault.locked("\(folder) is in use by process \(Self.content(of: descriptor))")
        }
        ftruncate(descriptor, 0)
        let process = Array(String(getpid()).utf8)
        pwrite(descriptor, process, process.count, 0)
    }

    deinit { release() }

    /// Gives the folder back before the process ends; once given back it stays so.
    package func release() {
        let descriptor = held.exchange(-1, ordering: .acquiringAndReleasing)
        if descriptor >= 0 { close(descriptor) }
    }

    private static func content(of descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 20)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}
