import Crypto
import Foundation
import KohortCore

/// An archive that is read line by line, in memory that does not grow with it.
struct ArchiveSource {
    private static let piece = 1 << 18
    let path: String
    var told: @Sendable (Int) -> Void = { _ in }

    /// Lends each line with its number from 1. Throws `altered` unless the last line has the sum of what stands before.
    @discardableResult func forEach(_ body: (ArchiveLine, _ number: Int) throws -> Void) throws -> ArchiveEnd {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw ArchiveFault.file("\(path) cannot be read") }
        defer { try? handle.close() }
        var (hash, number, end) = (SHA256(), 0, ArchiveEnd?.none)
        try lines(of: handle) { bytes in
            number += 1
            guard end == nil, let line = try? JSONDecoder().decode(ArchiveLine.self, from: bytes) else {
                throw ArchiveFault.line(number)
            }
            if case .end(let last) = line { end = last } else { hash.update(data: bytes + Data("\n".utf8)) }
            try body(line, number)
        }
        guard let end else { throw ArchiveFault.cutOff }
        guard end.sha256 == String(hexadecimal: hash.finalize()) else { throw ArchiveFault.altered }
        return end
    }

    func head() throws -> ArchiveHead {
        struct Found: Error { let head: ArchiveHead }
        do {
            try forEach { line, number in
                guard case .head(let head) = line, head.format == ArchiveHead.format else {
                    throw ArchiveFault.line(number)
                }
                throw Found(head: head)
            }
        } catch let found as Found { return found.head }
        throw ArchiveFault.cutOff
    }

    private func lines(of handle: FileHandle, _ body: (Data) throws -> Void) throws {
        var rest = Data()
        while let more = try handle.read(upToCount: Self.piece), !more.isEmpty {
            told(more.count)
            rest += more
            var start = rest.startIndex
            while let newline = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
                try body(Data(rest[start..<newline]))
                start = newline + 1
            }
            rest = Data(rest[start...])
        }
        if !rest.isEmpty { throw ArchiveFault.cutOff }
    }
}
