import Hummingbird
import NIOCore

extension Request {
    /// The text that a form brings before all others, if it goes by that name, and the request as it was, its body yet
    /// to be read. No file is looked at, and of a form with files no more than its beginning is taken from the wire.
    /// Throws as `form` does.
    package func firstField(_ name: String, _ context: KohortContext) async throws -> (text: String?, whole: Request) {
        let (body, limits) = (ReopenedBody(body), FormLimits())
        var whole = self
        whole.body = RequestBody(asyncSequence: body)
        defer { body.close() }
        switch mediaType?.value {
        case "application/x-www-form-urlencoded": return (try await whole.firstPair(name, context, limits), whole)
        case "multipart/form-data": return (try await whole.firstPart(name, context, limits), whole)
        default: throw WebProblem.unsupportedMediaType(["application/x-www-form-urlencoded", "multipart/form-data"])
        }
    }

    private func firstPair(_ name: String, _ context: KohortContext, _ limits: FormLimits) async throws -> String? {
        let rules = BodyRules(limit: limits.plainBody, time: limits.time)
        let bytes = try await readBody(context, rules) { chunks in try await chunks.whole() }
        let pair = try URLEncoding.pairs(bytes.readableBytesView, limit: limits.fields).first
        return pair?.name == name ? pair?.value : nil
    }

    private func firstPart(_ name: String, _ context: KohortContext, _ limits: FormLimits) async throws -> String? {
        try await readMultipart(context, limits) { chunks, parser in
            var text: ByteBuffer?
            while let chunk = try await chunks.next() {
                parser.feed(chunk)
                while let event = try parser.next() {
                    switch event {
                    case .part(let part):
                        guard part.field == name, part.filename == nil else { return nil }
                        text = ByteBuffer()
                    case .data(let bytes): text?.writeImmutableBuffer(bytes)
                    case .endOfPart, .end: return text.map { String(buffer: $0) }
                    }
                }
                guard text?.readableBytes ?? 0 <= limits.partHeaders else { return nil }
            }
            try parser.finish()
            return nil
        }
    }
}
