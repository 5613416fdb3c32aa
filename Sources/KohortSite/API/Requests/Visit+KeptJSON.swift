import HTTPTypes
import Hummingbird
import KohortApp
import KohortCore
import KohortStore
import KohortWeb
import NIOCore
import Tenancy

extension Visit {
    /// A public answer with a tag of its content: 304 for who has it. For who brings no token it is kept, as public pages
    /// are, until the tenant's next commit or the end of the day.
    func keptJSON(
        for request: Request, _ make: () async throws -> (inout JSONWriter) -> Void
    ) async throws -> Response {
        let kept = try await kept(request) {
            var json = JSONWriter()
            try await make()(&json)
            return json.bytes
        }
        let headers: HTTPFields = [.vary: "Accept-Language, Authorization", .cacheControl: "private, no-cache"]
        return kept.tag.answer(request, headers: headers) {
            Response(
                status: .ok, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: kept.body))
        }
    }

    private func kept(_ request: Request, _ make: () async throws -> ByteBuffer) async throws -> PublicCache.Kept {
        guard actor == .anonymous else { return PublicCache.Kept(try await make()) }
        let key = PublicCache.Key(request, self)
        return try await site.publicCache.answer(key, of: open.tenant.id, at: open.version, make: make)
    }
}
