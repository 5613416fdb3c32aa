/// The kinds of file that are taken, told by content and never by name. Nothing is unpacked or rendered.
package enum FileKind: String, Sendable, Codable, CaseIterable {
    case pdf, docx, odt, png, jpeg

    /// What the bytes are, or nil when they are none of these.
    package static func of(_ file: FileBytes) async throws -> FileKind? {
        if try await file.starts(with: Array("%PDF-".utf8)) { return .pdf }
        if try await file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if try await file.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        guard try await file.starts(with: ZipDirectory.localHeader), let names = try await ZipDirectory.names(in: file)
        else { return nil }
        if try await isText(file) { return .odt }
        return isWordDocument(names) ? .docx : nil
    }

    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        }
    }

    /// ECMA-376: a package of parts, the text under `word/`. One with macros is another kind, and not taken.
    private static func isWordDocument(_ names: [String]) -> Bool {
        names.contains("[Content_Types].xml") && names.contains { $0.hasPrefix("word/") }
            && !names.contains { $0.lowercased().hasSuffix("vbaproject.bin") }
    }

    /// OpenDocument 1.3 part 2, 3.3: the first entry is `mimetype`, stored, and holds the media type alone.
    private static func isText(_ file: FileBytes) async throws -> Bool {
        let content = Array(FileKind.odt.mediaType.utf8)
        let name = Array("mimetype".utf8)
        let head = try await file.bytes(0..<30 + name.count + content.count)
        guard head.count == 30 + name.count + content.count else { return false }
        let sizes = [
            head.number(8, bytes: 2), head.number(18, bytes: 4), head.number(26, bytes: 2), head.number(28, bytes: 2),
        ]
        return sizes == [0, content.count, name.count, 0] && Array(head[30...]) == name + content
    }
}
