import Billing
import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb
import NIOCore

/// An issued document as a download, byte for byte as it was issued.
enum DocumentXML {
    static func response(_ visit: Visit) async throws -> Response {
        let file = try await visit.fetch(IssuedDocumentFile(invoice: try visit.context.id("document")))
        let headers: HTTPFields = [
            .contentType: "application/xml", .contentDisposition: ContentDisposition.attachment(file.name),
            .contentSecurityPolicy: "sandbox; default-src 'none'; frame-ancestors 'none'",
        ]
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.xml.bytes)))
    }
}
