/// A ZIP file's table of contents (APPNOTE 6.3.10), read from the file's end.
enum ZipDirectory {
    static let localHeader: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    static let entryLimit = 1000
    private static let entryHeader: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
    private static let endHeader: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    private static let endLength = 22
    private static let sizeLimit = 1 << 20
    /// Bytes, of all entries unpacked.
    private static let unpackedLimit = 100 << 20
    /// How many times its own size an archive may unpack to; a text of blanks is packed that well.
    private static let ratioLimit = 100

    /// The names of all entries; nil when the table is broken, spread over several disks, longer than 1000 entries or
    /// a megabyte, names a place outside the archive or a link, or says that it unpacks to more than anybody should.
    static func names(in file: FileBytes) async throws -> [String]? {
        let tailStart = max(0, file.count - endLength - 65_535)
        let tail = try await file.bytes(tailStart..<file.count)
        guard let end = endRecord(of: tail) else { return nil }
        let entries = tail.number(end + 10, bytes: 2)
        let size = tail.number(end + 12, bytes: 4)
        let start = tail.number(end + 16, bytes: 4)
        guard entries <= entryLimit, size <= sizeLimit, start + size <= tailStart + end else { return nil }
        guard let found = Self.entries(in: try await file.bytes(start..<start + size), count: entries) else {
            return nil
        }
        let unpacked = found.reduce(0) { $0 + $1.unpacked }
        guard unpacked <= min(unpackedLimit, file.count * ratioLimit), !found.contains(where: \.isLink) else {
            return nil
        }
        return found.map(\.name)
    }

    /// The record's comment ends with the file; nothing else that looks like a record counts.
    private static func endRecord(of tail: [UInt8]) -> Int? {
        guard tail.count >= endLength else { return nil }
        for start in stride(from: tail.count - endLength, through: 0, by: -1)
        where tail[start] == endHeader[0] && tail[start..<start + 4].elementsEqual(endHeader) {
            let isLast = start + endLength + tail.number(start + 20, bytes: 2) == tail.count
            let isOneDisk = tail.number(start + 4, bytes: 4) == 0
            return isLast && isOneDisk ? start : nil
        }
        return nil
    }

    private static func entries(in directory: [UInt8], count: Int) -> [ZipEntry]? {
        var entries: [ZipEntry] = []
        var position = 0
        while entries.count < count {
            guard position + 46 <= directory.count, directory[position..<position + 4].elementsEqual(entryHeader) else {
                return nil
            }
            let nameStart = position + 46
            let nameEnd = nameStart + directory.number(position + 28, bytes: 2)
            guard nameEnd <= directory.count else { return nil }
            let name = String(decoding: directory[nameStart..<nameEnd], as: UTF8.self)
            guard staysInside(name) else { return nil }
            entries.append(ZipEntry(name: name, header: Array(directory[position..<nameStart])))
            position = nameEnd + directory.number(position + 30, bytes: 2) + directory.number(position + 32, bytes: 2)
        }
        return position == directory.count ? entries : nil
    }

    private static func staysInside(_ name: String) -> Bool {
        !name.hasPrefix("/") && !name.contains("\\") && !name.split(separator: "/").contains("..")
    }
}

extension [UInt8] {
    /// A little-endian number of up to four bytes; the range must lie within the array.
    func number(_ start: Int, bytes count: Int) -> Int {
        self[start..<start + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}

/// One entry of the table of contents.
private struct ZipEntry {
    let name: String
    /// Bytes; what the table says.
    let unpacked: Int
    /// Whether it is a symbolic link, as Unix marks them.
    let isLink: Bool

    /// `header` is the 46 bytes before the name (APPNOTE 4.3.12).
    init(name: String, header: [UInt8]) {
        self.name = name
        unpacked = header.number(24, bytes: 4)
        isLink = header.number(40, bytes: 2) & 0o170000 == 0o120000
    }
}
