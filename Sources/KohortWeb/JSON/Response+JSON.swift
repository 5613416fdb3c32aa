import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// A JSON answer; `headers` may name another JSON media type.
    package static func json(
        _ status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], _ write: (inout JSONWriter) -> Void
    ) -> Response {
        var json = JSONWriter()
        write(&json)
        var headers = headers
        if headers[.contentType] == nil { headers[.contentType] = "application/json" }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: json.bytes))
    }

    /// A JSON answer that is kept by its tag: 304 without a body, and without writing one, when the reader has it.
    package static func json(
        tagged tag: EntityTag, for request: Request, headers: HTTPFields = [:], _ write: (inout JSONWriter) -> Void
    ) -> Response {
        tag.answer(request, headers: headers) { .json(.ok, headers: [:], write) }
    }
}
