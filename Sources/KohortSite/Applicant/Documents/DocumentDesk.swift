import Hummingbird
import KohortApp
import KohortCore
import KohortStore
import KohortWeb
import NIOCore
import Recruitment

/// A document of a candidacy, for its applicant and for those it is released to; only ever a download.
enum DocumentDesk {
    static func download(_ request: Request, _ visit: Visit) async throws -> Response {
        let candidacy: CandidacyID = try visit.context.id("candidacy")
        let query = CandidacyDocumentFile(candidacy: candidacy, document: try visit.context.id("document"))
        let document = try await visit.hiding {
            if visit.actor != .applicant(candidacy) { _ = try await visit.perform(OpenCandidacy(candidacy: candidacy)) }
            return try await visit.fetch(query)
        }
        guard let kind = FileKind.allCases.first(where: { $0.mediaType == document.mediaType }) else {
            throw Rejection.notFound
        }
        return .download(document.name, kind: kind, body: body(document.file, visit.open.files))
    }

    /// Read piece by piece as the reader takes it.
    private static func body(_ file: StoredFile, _ files: Files) -> ResponseBody {
        ResponseBody(contentLength: Int(file.size)) { writer in
            var offset: Int64 = 0
            while offset < file.size, let piece = try await files.read(file.hash, offset: offset), !piece.isEmpty {
                try await writer.write(ByteBuffer(bytes: piece))
                offset += Int64(piece.count)
            }
            guard offset == file.size else { throw StoreFault.unreadable("file \(file.hash)") }
            try await writer.finish(nil)
        }
    }
}
