import Foundation
import KohortStore

/// What Foundation does well with files and folders, with its errors in the store's words.
enum Folder {
    /// Takes a folder away with everything in it.
    static func remove(_ path: String) throws {
        try mapped("remove \(path)") { try FileManager.default.removeItem(atPath: path) }
    }

    static func copy(_ source: String, to target: String) throws {
        try mapped("copy to \(target)") { try FileManager.default.copyItem(atPath: source, toPath: target) }
    }

    /// The names in a folder, in no order; none when it is not there.
    static func names(in path: String) throws -> [String] {
        guard FileSystem.exists(path) else { return [] }
        var names: [String] = []
        try mapped("list \(path)") { names = try FileManager.default.contentsOfDirectory(atPath: path) }
        return names
    }

    private static func mapped(_ deed: String, _ body: () throws -> Void) throws {
        do { try body() } catch let error as CocoaError where error.code == .fileWriteOutOfSpace {
            throw StoreFault.full
        } catch {
            throw StoreFault.unavailable("cannot \(deed): \(error.localizedDescription)")
        }
    }
}
