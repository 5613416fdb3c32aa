import HTTPTypes
import Hummingbird
import KohortCore

extension Response {
    /// A file that somebody sent, given back as a download and never shown in the page's place: a name of our own
    /// cleaning, the kind that was told from its content, and a sandbox should a browser open it all the same.
    package static func download(
        _ filename: String, kind: FileKind, body: ResponseBody, headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.contentType] = kind.mediaType
        headers[.contentDisposition] = ContentDisposition.attachment(filename)
        headers[.contentSecurityPolicy] = "sandbox; default-src 'none'; frame-ancestors 'none'"
        return Response(status: .ok, headers: headers, body: body)
    }
}

/// The header that offers a file for keeping (RFC 6266).
package enum ContentDisposition {
    /// With the name twice: in ASCII for old programs, and in full (RFC 8187).
    package static func attachment(_ filename: String) -> String {
        let name = SafeFilename.of(filename)
        let plain = String(name.unicodeScalars.map { isPlain($0) ? Character($0) : "_" })
        let full = PercentEncoding.encoded(name, keeping: PercentEncoding.isUnreserved)
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(full)"
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && scalar.value >= 0x20 && scalar.value != 0x7F && !"\"\\%".unicodeScalars.contains(scalar)
    }
}
