import Crypto
import Foundation
import KohortCore

/// Where an archive is written: under another name until it is whole and synced, readable by its owner alone.
final class ArchiveSink {
    private let path: String
    private let told: (Int) -> Void
    private let handle: FileHandle
    private let encoder = JSONEncoder()
    private var hash = SHA256()
    private var isWhole = false

    init(path: String, told: @escaping (Int) -> Void) throws {
        guard !FileManager.default.fileExists(atPath: path) else { throw ArchiveFault.file("\(path) is there already") }
        guard
            FileManager.default.createFile(
                atPath: Self.draft(path), contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: Self.draft(path))
        else { throw ArchiveFault.file("\(path) cannot be written") }
        (self.path, self.told, self.handle) = (path, told, handle)
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    deinit {
        if !isWhole { try? FileManager.default.removeItem(atPath: Self.draft(path)) }
    }

    private static func draft(_ path: String) -> String { path + Archive.draftEnding }

    func append(_ line: ArchiveLine) throws {
        let bytes = try encoder.encode(line) + Data("\n".utf8)
        hash.update(data: bytes)
        do { try handle.write(contentsOf: bytes) } catch { throw ArchiveFault.file("\(path): \(error)") }
        told(bytes.count)
    }

    func finish(rows: Int, files: Int) throws -> ArchiveEnd {
        let sum = String(hexadecimal: hash.finalize())
        let end = ArchiveEnd(rows: rows, files: files, sha256: sum)
        try append(.end(end))
        do {
            try handle.synchronize()
            try handle.close()
            try FileManager.default.moveItem(atPath: Self.draft(path), toPath: path)
        } catch { throw ArchiveFault.file("\(path): \(error)") }
        isWhole = true
        return end
    }
}
