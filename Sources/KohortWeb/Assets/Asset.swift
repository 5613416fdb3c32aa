import HTTPTypes
import Hummingbird
import NIOCore

/// A file of ours that browsers load: a stylesheet, a script, a picture.
package struct Asset: Sendable {
    package let name: String
    package let mediaType: String
    let bytes: ByteBuffer
    /// 16 hexadecimal digits that change with the content.
    package let hash: String

    /// Nil when the ending is of no kind that is served.
    init?(name: String, bytes: [UInt8]) {
        guard let ending = name.split(separator: ".").last, let mediaType = Self.mediaTypes[String(ending)] else {
            return nil
        }
        (self.name, self.mediaType, self.bytes) = (name, mediaType, ByteBuffer(bytes: bytes))
        hash = Self.hash(bytes)
    }

    /// A stylesheet that was made here.
    package init(sheet: String) {
        (name, mediaType, bytes) = ("sheet.css", "text/css; charset=utf-8", ByteBuffer(string: sheet))
        hash = Self.hash(Array(sheet.utf8))
    }

    /// Kept for a year under the right hash; under an older one, which a page may still name, asked for each time.
    package func answer(_ request: Request, hash asked: String) -> Response {
        let keep = asked == hash ? "public, max-age=31536000, immutable" : "no-cache"
        return EntityTag(hash).answer(request, headers: [.cacheControl: keep]) {
            Response(status: .ok, headers: [.contentType: mediaType], body: ResponseBody(byteBuffer: bytes))
        }
    }

    private static let mediaTypes = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "png": "image/png", "jpg": "image/jpeg", "webp": "image/webp", "ico": "image/x-icon",
        "txt": "text/plain; charset=utf-8", "webmanifest": "application/manifest+json",
    ]

    /// FNV-1a with 64 bits: nobody has an interest in making two of our own files collide.
    private static func hash(_ bytes: [UInt8]) -> String {
        let value = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
