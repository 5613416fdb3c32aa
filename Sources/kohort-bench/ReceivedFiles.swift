import Hummingbird
import KohortApp
import KohortSite
import KohortStore
import KohortWeb
import NIOCore

/// `POST /{tenant}/received`: takes the files of a form, each durable before the answer, and makes nothing of them. What
/// a submission costs at least.
struct ReceivedFiles: UploadSink {
    let files: Files

    static func route(of site: Site) -> Route {
        site.page(.post, "/{tenant}/received", .plumbing) { request, visit in
            let sent = try await request.submission(visit.context, into: Self(files: visit.open.files))
            return .html(ByteBuffer(string: sent.uploads.map(\.stored.hash).joined(separator: "\n")))
        }
    }

    func begin(_ part: FilePart) async throws -> Arriving { Arriving(upload: try await files.begin()) }

    struct Arriving: IncomingFile {
        let upload: Files.Upload

        func append(_ bytes: ByteBuffer) async throws { try await upload.append(Array(bytes.readableBytesView)) }
        func finish() async throws -> StoredFile { try await upload.finish() }
        func discard() async { upload.discard() }
    }
}
