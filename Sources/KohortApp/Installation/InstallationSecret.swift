import Crypto
import Foundation
import Glibc

/// The installation's own 256 bits, in a file that only its owner can read; made at the first start.
enum InstallationSecret {
    static func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    static func load(from path: String) throws -> [UInt8] {
        if let kept = FileManager.default.contents(atPath: path), kept.count == 32 { return Array(kept) }
        let fresh = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        try keep(fresh, at: path)
        return fresh
    }

    /// Whole and for good, or not at all, and in no other's place: the disk may be full, and another daemon starting.
    private static func keep(_ secret: [UInt8], at path: String) throws {
        let draft = "\(path).\(UInt64.random(in: 0...UInt64.max))"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw problem(path, allowed: "a folder to write to") }
        defer {
            close(descriptor)
            unlink(draft)
        }
        guard write(descriptor, secret, secret.count) == secret.count, fsync(descriptor) == 0 else {
            throw problem(path, allowed: "a disk with room")
        }
        guard link(draft, path) == 0 else {
            throw problem(path, allowed: "a folder to write to, without a damaged secret")
        }
        let folder = open(
            URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(folder) }
        guard folder >= 0, fsync(folder) == 0 else { throw problem(path, allowed: "a folder that can be synced") }
    }

    private static func problem(_ path: String, allowed: String) -> SettingsProblem {
        SettingsProblem(key: "secretFile", found: path, allowed: allowed)
    }
}
