import Foundation
import NIOCore

/// The bytes that came and were not yet used, and how far they have been searched, so that a body in single bytes is
/// not searched anew with each.
struct SearchWindow: Sendable {
    private var buffer: ByteBuffer
    private var searched = 0

    init(_ buffer: ByteBuffer) { self.buffer = buffer }

    var count: Int { buffer.readableBytes }

    mutating func append(_ chunk: ByteBuffer) {
        if count == 0 {
            buffer = chunk
        } else {
            buffer.discardReadBytes()
            buffer.writeImmutableBuffer(chunk)
        }
    }

    mutating func skip(_ count: Int) {
        buffer.moveReaderIndex(forwardBy: count)
        searched = 0
    }

    mutating func take(_ count: Int) -> ByteBuffer {
        searched = 0
        return buffer.readSlice(length: count) ?? ByteBuffer()
    }

    /// Where the pattern starts, counted from the first unused byte.
    mutating func find(_ pattern: [UInt8]) -> Int? {
        let found = buffer.withUnsafeReadableBytes { Self.search($0, for: pattern, from: searched) }
        if found == nil { searched = max(0, count - pattern.count + 1) }
        return found
    }

    func starts(with pattern: [UInt8]) -> Bool { buffer.readableBytesView.starts(with: pattern) }

    func isBlank(upTo end: Int) -> Bool {
        buffer.readableBytesView.prefix(end).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    private static func search(_ bytes: UnsafeRawBufferPointer, for pattern: [UInt8], from start: Int) -> Int? {
        guard let base = bytes.baseAddress, let first = pattern.first else { return nil }
        let last = bytes.count - pattern.count
        var start = start
        while start <= last, let hit = memchr(base + start, Int32(first), last - start + 1) {
            let offset = base.distance(to: UnsafeRawPointer(hit))
            if memcmp(hit, pattern, pattern.count) == 0 { return offset }
            start = offset + 1
        }
        return nil
    }
}
