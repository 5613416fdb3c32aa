import Crypto
import HTTPTypes
import Hummingbird
import KohortWeb

extension Response {
    /// A public answer with a tag of its content: 304 for who has it.
    static func keptJSON(for request: Request, _ write: (inout JSONWriter) -> Void) -> Response {
        var json = JSONWriter()
        write(&json)
        let digest = SHA256.hash(data: json.bytes.readableBytesView).prefix(12)
        let tag = EntityTag(digest.map { String($0, radix: 16) }.joined(separator: "."))
        let headers: HTTPFields = [.vary: "Accept-Language, Authorization", .cacheControl: "private, no-cache"]
        return tag.answer(request, headers: headers) {
            Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: json.bytes))
        }
    }
}
