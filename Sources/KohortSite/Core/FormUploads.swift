import KohortApp
import KohortCore
import KohortStore
import KohortWeb
import NIOCore
import Recruitment

/// Takes the files of a form into the tenant's own as they arrive. Content that no command refers to afterwards is
/// nobody's; it may be somebody else's as well, so nothing that is complete is removed here.
package struct FormUploads: UploadSink {
    let files: Files

    /// Into the files of the consortium that is visited.
    package init(_ visit: Visit) { files = visit.open.files }

    package func begin(_ part: FilePart) async throws -> Arriving { Arriving(upload: try await files.begin()) }

    package struct Arriving: IncomingFile {
        let upload: Files.Upload

        package func append(_ bytes: ByteBuffer) async throws {
            try await upload.append(Array(bytes.readableBytesView))
        }
        package func finish() async throws -> StoredFile { try await upload.finish() }
        package func discard() async { upload.discard() }
    }
}

extension Visit {
    /// How many bytes of files this consortium may take yet.
    func fileRoom() async throws -> Int64 { try await site.kohort.fileRoom(of: open, at: arrival) }
}

extension Files {
    /// What kind of file a stored content is, told from its bytes; nil for one that is not taken.
    func format(of file: StoredFile) async throws -> DocumentFormat? {
        let bytes = FileBytes(count: Int(file.size)) { range in try await stretch(range, of: file) }
        return try await FileKind.of(bytes).flatMap { DocumentFormat(rawValue: $0.mediaType) }
    }

    private func stretch(_ range: Range<Int>, of file: StoredFile) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < range.count {
            let (offset, count) = (Int64(range.lowerBound + bytes.count), range.count - bytes.count)
            guard let more = try await read(file.hash, offset: offset, count: count), !more.isEmpty else { break }
            bytes += more
        }
        return bytes
    }
}
