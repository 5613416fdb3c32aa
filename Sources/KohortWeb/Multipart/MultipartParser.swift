import NIOCore

/// Takes a multipart body (RFC 7578) apart as it comes, wherever the chunks are cut. It holds no more than one part's
/// headers or the length of a delimiter besides what it was last fed.
struct MultipartParser: Sendable {
    enum Event: Hashable, Sendable {
        case part(PartHeaders)
        case data(ByteBuffer)
        case endOfPart
        /// The last boundary has come; what follows it means nothing.
        case end
    }

    private enum State { case preamble, boundary, headers, content, epilogue }

    static let lineEnd = Array("\r\n".utf8)
    private let delimiter: [UInt8]
    private let headerLimit: Int
    private let partLimit: Int
    private var state = State.preamble
    private var parts = 0
    private var window: SearchWindow

    init(_ boundary: MultipartBoundary, limits: FormLimits) {
        delimiter = boundary.delimiter
        (headerLimit, partLimit) = (limits.partHeaders, limits.parts)
        // The first boundary has no line before it; with this one it looks like all others.
        window = SearchWindow(ByteBuffer(bytes: Self.lineEnd))
    }

    mutating func feed(_ chunk: ByteBuffer) { window.append(chunk) }

    /// The next thing in what was fed so far, or nil when more is needed.
    mutating func next() throws(WebProblem) -> Event? {
        switch state {
        case .preamble: return try skipPreamble() ? try next() : nil
        case .boundary: return try afterBoundary()
        case .headers: return try headers()
        case .content: return content()
        case .epilogue:
            window.skip(window.count)
            return nil
        }
    }

    /// Throws unless the last boundary has come.
    func finish() throws(WebProblem) {
        switch state {
        case .epilogue: return
        case .preamble: throw .badRequest("form.boundary_not_found")
        case .boundary, .headers, .content: throw .badRequest("form.no_end")
        }
    }

    /// No browser writes a preamble; much text without a boundary means that the boundary is wrong.
    private mutating func skipPreamble() throws(WebProblem) -> Bool {
        guard let start = window.find(delimiter) else {
            if window.count > headerLimit { throw .badRequest("form.boundary_not_found") }
            return false
        }
        window.skip(start + delimiter.count)
        state = .boundary
        return true
    }

    private mutating func afterBoundary() throws(WebProblem) -> Event? {
        guard window.count >= 2 else { return nil }
        if window.starts(with: Array("--".utf8)) {
            state = .epilogue
            return .end
        }
        guard let end = window.find(Self.lineEnd) else {
            if window.count > delimiter.count { throw .badRequest("form.malformed") }
            return nil
        }
        guard window.isBlank(upTo: end) else { throw .badRequest("form.malformed") }
        // The line's end stays: with it a part without headers looks like all others.
        window.skip(end)
        parts += 1
        if parts > partLimit { throw .badRequest("form.too_many_parts") }
        state = .headers
        return try headers()
    }

    private mutating func headers() throws(WebProblem) -> Event? {
        let blankLine = Self.lineEnd + Self.lineEnd
        let end = window.find(blankLine)
        let least = end ?? window.count - blankLine.count + 1
        if least > headerLimit { throw .badRequest("form.part_headers_too_large") }
        guard let end else { return nil }
        let block = window.take(end)
        window.skip(blankLine.count)
        guard let headers = PartHeaders(block) else { throw .badRequest("form.malformed") }
        state = .content
        return .part(headers)
    }

    private mutating func content() -> Event? {
        if let end = window.find(delimiter) {
            if end > 0 { return .data(window.take(end)) }
            window.skip(delimiter.count)
            state = .boundary
            return .endOfPart
        }
        let certain = window.count - delimiter.count + 1
        return certain > 0 ? .data(window.take(certain)) : nil
    }
}
