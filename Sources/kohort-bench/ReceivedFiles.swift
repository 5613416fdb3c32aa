import Hummingbird
import KohortSite
import KohortStore
import KohortWeb
import NIOCore

/// `POST /{tenant}/received`: takes the files of a form, each durable before the answer, and makes nothing of them. What
/// a submission costs at least.
enum ReceivedFiles {
    static func route(of site: Site) -> Route {
        site.page(.post, "/{tenant}/received", .plumbing) { request, visit in
            let sent = try await request.submission(visit.context, into: FormUploads(visit))
            return .html(ByteBuffer(string: sent.uploads.map(\.stored.hash).joined(separator: "\n")))
        }
    }
}
