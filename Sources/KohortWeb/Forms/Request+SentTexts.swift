import Hummingbird
import NIOCore

/// One text of a form, as it was sent.
package struct SentText: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(name: String, value: String) { (self.name, self.value) = (name, value) }
}

extension Request {
    /// What a form says that nobody takes: its texts in their order, up to its first file. Of one that cannot be read, or
    /// is larger than a form without files may be, what came before that.
    package func sentTexts(_ context: KohortContext, limits: FormLimits = FormLimits()) async -> [SentText] {
        switch mediaType?.value {
        case "application/x-www-form-urlencoded": (try? await sentPairs(context, limits)) ?? []
        case "multipart/form-data": (try? await sentParts(context, limits)) ?? []
        default: []
        }
    }

    private func sentPairs(_ context: KohortContext, _ limits: FormLimits) async throws -> [SentText] {
        let rules = BodyRules(limit: limits.plainBody, time: limits.time)
        let bytes = try await readBody(context, rules) { chunks in try await chunks.whole() }
        return try URLEncoding.pairs(bytes.readableBytesView, limit: limits.fields).map {
            SentText(name: $0.name, value: $0.value)
        }
    }

    private func sentParts(_ context: KohortContext, _ limits: FormLimits) async throws -> [SentText] {
        try await readMultipart(context, limits) { chunks, parser in
            var texts: [SentText] = []
            var (open, received): ((field: String, bytes: ByteBuffer)?, Int) = (nil, 0)
            while let chunk = try await chunks.next(), received <= limits.plainBody {
                received += chunk.readableBytes
                parser.feed(chunk)
                while let event = try parser.next() {
                    switch event {
                    case .part(let part) where part.filename != nil: return texts
                    case .part(let part): open = (part.field, ByteBuffer())
                    case .data(let bytes): open?.bytes.writeImmutableBuffer(bytes)
                    case .endOfPart:
                        if let open { texts.append(SentText(name: open.field, value: String(buffer: open.bytes))) }
                        open = nil
                    case .end: return texts
                    }
                }
            }
            return texts
        }
    }
}
