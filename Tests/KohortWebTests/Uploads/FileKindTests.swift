import Synchronization
import Testing

@testable import KohortWeb

struct FileKindTests {
    private func kind(_ bytes: [UInt8]) async throws -> FileKind? { try await FileKind.of(FileBytes(bytes)) }

    private func kind(_ text: String) async throws -> FileKind? { try await kind(Array(text.utf8)) }

    private func changed(_ zip: Zip, _ change: (inout Zip) -> Void) -> [UInt8] {
        var zip = zip
        change(&zip)
        return zip.bytes
    }

    @Test func `each kind is known by its content`() async throws {
        #expect(try await kind("%PDF-1.7\n…") == .pdf)
        #expect(try await kind([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]) == .png)
        #expect(try await kind([0xFF, 0xD8, 0xFF, 0xE0]) == .jpeg)
        #expect(try await kind(Zip.docx.bytes) == .docx)
        #expect(try await kind(Zip.odt.bytes) == .odt)
    }

    @Test func `a comment behind the table does no harm`() async throws {
        #expect(
            try await kind(changed(.docx) { $0.comment = Array("PK\u{5}\u{6} made by a person who knows ZIP".utf8) })
                == nil)
        #expect(try await kind(changed(.docx) { $0.comment = Array("made by a person".utf8) }) == .docx)
    }

    @Test(arguments: [
        "", "%", "%PDF", "<!doctype html><title>cv.pdf</title>", " %PDF-1.7", "<html>%PDF-1.7", "PK", "PK\u{3}\u{4}",
        "\u{FEFF}%PDF-1.7", "MZ", "{\\rtf1}", "GIF89a",
    ])
    func `anything else is none, whatever its name`(text: String) async throws {
        #expect(try await kind(text) == nil)
    }

    @Test(arguments: [
        ["a.txt"], ["[Content_Types].xml"], ["word/document.xml"], ["[Content_Types].xml", "xl/workbook.xml"],
        ["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"],
        ["[Content_Types].xml", "word/document.xml", "../evil"], ["[Content_Types].xml", "word/document.xml", "/evil"],
        ["[Content_Types].xml", "word/document.xml", "..\\evil"],
    ])
    func `a ZIP file of other parts is no document`(names: [String]) async throws {
        #expect(try await kind(Zip(names).bytes) == nil)
    }

    @Test func `an archive that would unpack to more than anybody should is no document`() async throws {
        #expect(try await kind(changed(.docx) { $0.entries[2].unpacked = 60_000 }) == nil)
        #expect(try await kind(changed(.docx) { $0.entries[2].unpacked = 20_000 }) == .docx)
        let large = Array(repeating: UInt8(ascii: "x"), count: 2 << 20)
        func unpacking(to size: Int) -> [UInt8] {
            changed(.docx) {
                $0.entries[1].content = large
                $0.entries[2].unpacked = size
            }
        }
        #expect(try await kind(unpacking(to: 97 << 20)) == .docx)
        #expect(try await kind(unpacking(to: 101 << 20)) == nil)
    }

    @Test func `an archive with a link in it is no document`() async throws {
        #expect(try await kind(changed(.docx) { $0.entries[2].mode = 0o120777 }) == nil)
        #expect(try await kind(changed(.docx) { $0.entries[2].mode = 0o100644 }) == .docx)
    }

    @Test func `an OpenDocument text begins with its stored media type and nothing else`() async throws {
        let sheet = Array("application/vnd.oasis.opendocument.spreadsheet".utf8)
        let template = Array("application/vnd.oasis.opendocument.text-template".utf8)
        #expect(try await kind(changed(.odt) { $0.entries[0].content = sheet }) == nil)
        #expect(try await kind(changed(.odt) { $0.entries[0].content = template }) == nil)
        #expect(try await kind(changed(.odt) { $0.entries[0].method = 8 }) == nil)
        #expect(try await kind(changed(.odt) { $0.entries[0].extra = [1, 2, 3, 4] }) == nil)
        #expect(try await kind(changed(.odt) { $0.entries.swapAt(0, 1) }) == nil)
    }

    @Test func `a table that lies or is cut off is refused`() async throws {
        #expect(try await kind(changed(.docx) { $0.countOffset = 1 }) == nil)
        #expect(try await kind(changed(.docx) { $0.countOffset = -1 }) == nil)
        #expect(try await kind(changed(.docx) { $0.sizeOffset = 1 }) == nil)
        #expect(try await kind(changed(.docx) { $0.sizeOffset = 1 << 30 }) == nil)
        for length in 0..<Zip.docx.bytes.count { #expect(try await kind(Array(Zip.docx.bytes.prefix(length))) == nil) }
    }

    @Test func `a table of a thousand entries is read and one more is not`() async throws {
        let names = ["[Content_Types].xml", "word/document.xml"] + (3...1000).map { "word/media/\($0)" }
        #expect(try await kind(Zip(names).bytes) == .docx)
        #expect(try await kind(Zip(names + ["word/media/1001"]).bytes) == nil)
    }

    @Test func `no more than head, tail and table are read`() async throws {
        let bytes = changed(.docx) { $0.entries[2].content = Array(repeating: 0, count: 5_000_000) }
        let read = Mutex(0)
        let file = FileBytes(count: bytes.count) { range in
            read.withLock { $0 += range.count }
            return Array(bytes[range])
        }
        #expect(try await FileKind.of(file) == .docx)
        #expect(read.withLock { $0 } < 70_000)
    }
}
