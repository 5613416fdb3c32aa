import Glibc
import KohortStore
import Synchronization

/// A tenant's files in a folder, named by their content: `ab/abcdef…`. Names of users never become paths.
struct FileFolder: FileStorage {
    /// Held while a content gets its name or is renewed, and while the sweep looks at its age and removes it.
    static let naming = Mutex(())
    let folder: String

    init(_ folder: String) { self.folder = folder }

    func begin() throws -> any FileDraft {
        try FileSystem.makeFolder(folder + "/incoming")
        return try ArrivingFile(folder: folder)
    }

    func read(_ hash: String, offset: Int64, count: Int) throws -> [UInt8]? {
        guard let path = Self.path(of: hash, in: folder) else { return nil }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw FileSystem.failure("open \(path)")
        }
        defer { Glibc.close(descriptor) }
        var failure: StoreFault?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let got = pread(descriptor, buffer.baseAddress, count, off_t(offset))
            if got < 0 { failure = FileSystem.failure("read \(path)") }
            filled = max(0, got)
        }
        if let failure { throw failure }
        return bytes
    }

    func remove(_ hash: String) throws {
        guard let path = Self.path(of: hash, in: folder) else { return }
        guard unlink(path) == 0 || errno == ENOENT else { throw FileSystem.failure("remove \(path)") }
    }

    /// Nil for what is no hash.
    static func path(of hash: String, in folder: String) -> String? {
        StoredFile.isHash(hash) ? "\(folder)/\(hash.prefix(2))/\(hash)" : nil
    }
}

/// A file that is being received under `incoming/`; its real name is its hash, known at the end.
private final class ArrivingFile: FileDraft {
    private struct State: ~Copyable {
        var digest = FileDigest()
        var descriptor: Int32
    }

    private let folder: String
    private let path: String
    private let state: Mutex<State>

    init(folder: String) throws {
        self.folder = folder
        path = "\(folder)/incoming/\(UInt64.random(in: 0...UInt64.max))"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileSystem.failure("make \(path)") }
        state = Mutex(State(descriptor: descriptor))
    }

    deinit { discard() }

    func append(_ bytes: [UInt8]) throws {
        try state.withLock { state in
            var written = 0
            while written < bytes.count {
                let count = bytes.withUnsafeBytes {
                    Glibc.write(state.descriptor, $0.baseAddress! + written, bytes.count - written)
                }
                guard count > 0 else { throw FileSystem.failure("write \(path)") }
                written += count
            }
            state.digest.append(bytes)
        }
    }

    func finish() throws -> StoredFile {
        let file = try state.withLock { state in
            guard fsync(state.descriptor) == 0 else { throw FileSystem.failure("sync \(path)") }
            Glibc.close(state.descriptor)
            state.descriptor = -1
            return state.digest.file
        }
        guard let target = FileFolder.path(of: file.hash, in: folder) else { throw StoreFault.unreadable(file.hash) }
        do { try name(target) } catch {
            unlink(path)
            throw error
        }
        return file
    }

    private func name(_ target: String) throws {
        let home = FileSystem.folder(of: target) ?? folder
        if !FileSystem.exists(home) {
            try FileSystem.makeFolder(home)
            try FileSystem.syncFolder(folder)
        }
        try FileFolder.naming.withLock { _ in try FileSystem.move(path, to: target) }
        try FileSystem.syncFolder(home)
    }

    func discard() {
        state.withLock { state in
            guard state.descriptor >= 0 else { return }
            Glibc.close(state.descriptor)
            state.descriptor = -1
            unlink(path)
        }
    }
}
