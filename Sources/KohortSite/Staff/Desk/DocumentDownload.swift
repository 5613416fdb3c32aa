import Hummingbird
import KohortApp
import KohortCore
import KohortStore
import KohortWeb
import NIOCore
import Recruitment

/// A candidate's document as a download, piece by piece; never shown in the page's place. To read it is to open the
/// candidacy, which the journal notes before anything of it leaves (BC-8).
enum DocumentDownload {
    private static let pieceSize = 1 << 16

    static func response(_ visit: Visit) async throws -> Response {
        let candidacy = try visit.context.id("candidacy", as: CandidacyID.self)
        let query = CandidacyDocumentFile(candidacy: candidacy, document: try visit.context.id("document"))
        let document = try await visit.fetch(query)
        _ = try await visit.perform(OpenCandidacy(candidacy: candidacy))
        return try response(document.name, document.mediaType, document.file, visit.open.files)
    }

    static func response(
        _ name: String, _ mediaType: String, _ file: StoredFile, _ files: Files
    ) throws -> Response {
        guard let kind = FileKind.allCases.first(where: { $0.mediaType == mediaType }) else {
            throw Rejection.notFound
        }
        return .download(name, kind: kind, body: body(file, files))
    }

    private static func body(_ file: StoredFile, _ files: Files) -> ResponseBody {
        ResponseBody(contentLength: Int(file.size)) { writer in
            var offset: Int64 = 0
            while offset < file.size {
                guard let piece = try await files.read(file.hash, offset: offset, count: pieceSize), !piece.isEmpty
                else { throw Rejection.gone }
                try await writer.write(ByteBuffer(bytes: piece))
                offset += Int64(piece.count)
            }
            try await writer.finish(nil)
        }
    }
}
