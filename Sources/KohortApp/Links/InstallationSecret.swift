import Crypto
import Foundation
import Glibc

/// The installation's own 256 bits, in a file that only its owner can read; made at the first start.
enum InstallationSecret {
    static func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    static func load(from path: String) throws -> [UInt8] {
        if let kept = FileManager.default.contents(atPath: path), kept.count == 32 { return Array(kept) }
        let fresh = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw SettingsProblem(
                key: "secretFile", found: path, allowed: "a folder to write to, without a damaged secret")
        }
        defer { close(descriptor) }
        guard write(descriptor, fresh, fresh.count) == fresh.count, fsync(descriptor) == 0 else {
            throw SettingsProblem(key: "secretFile", found: path, allowed: "a disk with room")
        }
        return fresh
    }
}
