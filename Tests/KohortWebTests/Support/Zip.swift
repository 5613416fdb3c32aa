/// Writes ZIP files, well and badly made.
struct Zip {
    struct Entry {
        let name: String
        var content: [UInt8] = []
        var method = 0
        var extra: [UInt8] = []
        /// Bytes, as the table says; nil for what it is.
        var unpacked: Int?
        /// What Unix says of the file.
        var mode = 0
    }

    var entries: [Entry]
    var comment: [UInt8] = []
    var countOffset = 0
    var sizeOffset = 0

    init(_ names: [String]) { entries = names.map { Entry(name: $0, content: Array("content".utf8)) } }

    static var docx: Zip { Zip(["[Content_Types].xml", "_rels/.rels", "word/document.xml"]) }

    static var odt: Zip {
        var zip = Zip(["mimetype", "content.xml"])
        zip.entries[0].content = Array("application/vnd.oasis.opendocument.text".utf8)
        return zip
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let fields = header(entry, entry.content.count)
            let listed = header(entry, entry.unpacked ?? entry.content.count)
            directory += [0x50, 0x4B, 1, 2, 20, 3] + listed + little(entry.extra.count, 2)
            directory +=
                little(0, 2) + little(0, 2) + little(0, 2) + little(entry.mode << 16, 4) + little(bytes.count, 4)
            directory += Array(entry.name.utf8) + entry.extra
            bytes +=
                [0x50, 0x4B, 3, 4] + fields + little(entry.extra.count, 2) + Array(entry.name.utf8) + entry.extra
                + entry.content
        }
        let end = [0x50, 0x4B, 5, 6] + little(0, 4) + little(entries.count, 2) + little(entries.count + countOffset, 2)
        return bytes + directory + end + little(directory.count + sizeOffset, 4) + little(bytes.count, 4)
            + little(comment.count, 2) + comment
    }

    /// From the version needed to the length of the name.
    private func header(_ entry: Entry, _ unpacked: Int) -> [UInt8] {
        little(20, 2) + little(0, 2) + little(entry.method, 2) + little(0, 8) + little(entry.content.count, 4)
            + little(unpacked, 4) + little(entry.name.utf8.count, 2)
    }

    private func little(_ number: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(number >> ($0 * 8) & 0xFF) } }
}
