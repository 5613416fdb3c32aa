import KohortCore
import NIOCore

/// Turns a multipart body into a form and its files.
struct SubmissionReader<Sink: UploadSink>: Sendable {
    private enum Part {
        case none
        case text(field: String, ByteBuffer)
        case file(FilePart, Sink.File, size: Int)
        /// A file that is refused, or an empty file field: its bytes are passed over.
        case skipped
    }

    private let sink: Sink
    private let limits: FormLimits
    private var part = Part.none
    private var received = 0
    /// Of the files that are taken.
    private var filled: Int64 = 0
    private var field = ""
    private var isCutOff = false
    private var form = Form()
    private var begun: [Sink.File] = []
    private var uploads: [Upload<Sink.File.Stored>] = []
    private var problems: [FieldProblem] = []

    init(_ sink: Sink, _ limits: FormLimits) { (self.sink, self.limits) = (sink, limits) }

    consuming func read(
        _ chunks: inout BodyChunks, _ parser: consuming MultipartParser
    ) async throws -> Submission<Sink.File.Stored> {
        do {
            while let chunk = try await chunks.next() {
                if isCutOff { continue }
                parser.feed(chunk.getSlice(at: chunk.readerIndex, length: room(for: chunk)) ?? ByteBuffer())
                while let event = try parser.next() { try await take(event) }
                received += chunk.readableBytes
                if received > limits.body { try await cutOff() }
            }
            if !isCutOff { try parser.finish() }
        } catch {
            for file in begun { await file.discard() }
            throw error
        }
        return Submission(form: form, uploads: uploads, problems: problems, isCutOff: isCutOff)
    }

    /// How much of a chunk the form may still have.
    private func room(for chunk: ByteBuffer) -> Int { min(chunk.readableBytes, limits.body - received) }

    /// Keeps what has come whole and passes over the rest.
    private mutating func cutOff() async throws {
        guard !form.names.isEmpty else { throw WebProblem.payloadTooLarge(limit: limits.body) }
        if case .file(_, let file, _) = part {
            await file.discard()
            begun.removeLast()
        }
        part = .none
        isCutOff = true
        problems.append(FieldProblem(field, "form.too_large", ["limit": String(limits.body)]))
    }

    private mutating func take(_ event: MultipartParser.Event) async throws {
        switch event {
        case .part(let headers): part = try await begin(headers)
        case .data(let bytes): try await append(bytes)
        case .endOfPart: try await end()
        case .end: break
        }
    }

    private mutating func begin(_ headers: PartHeaders) async throws -> Part {
        field = headers.field
        guard let filename = headers.filename else { return .text(field: headers.field, ByteBuffer()) }
        guard !filename.isEmpty else { return .skipped }
        guard begun.count < limits.files else {
            problems.append(FieldProblem(headers.field, "file.too_many", ["limit": String(limits.files)]))
            return .skipped
        }
        let part = FilePart(field: headers.field, filename: filename)
        let file = try await sink.begin(part)
        begun.append(file)
        return .file(part, file, size: 0)
    }

    private mutating func append(_ bytes: ByteBuffer) async throws {
        switch part {
        case .none, .skipped: break
        case .text(let field, var text):
            part = .none
            text.writeImmutableBuffer(bytes)
            guard text.readableBytes <= limits.text else { throw WebProblem.payloadTooLarge(limit: limits.text) }
            part = .text(field: field, text)
        case .file(let name, let file, let size):
            let size = size + bytes.readableBytes
            guard size <= limits.file else { return await refuse(name, file, "too_large", limit: limits.file) }
            guard hasRoom(for: size) else { return await refuse(name, file, "no_room") }
            try await file.append(bytes)
            part = .file(name, file, size: size)
        }
    }

    private func hasRoom(for size: Int) -> Bool { limits.room.map { filled + Int64(size) <= $0 } ?? true }

    private mutating func refuse(_ name: FilePart, _ file: Sink.File, _ code: String, limit: Int? = nil) async {
        await file.discard()
        begun.removeLast()
        var values = ["name": name.filename]
        values["limit"] = limit.map { String($0) }
        problems.append(FieldProblem(name.field, "file.\(code)", values))
        part = .skipped
    }

    private mutating func end() async throws {
        switch part {
        case .none, .skipped: break
        case .text(let field, let bytes):
            guard let text = String(validating: bytes.readableBytesView, as: UTF8.self) else {
                throw WebProblem.badRequest("form.encoding")
            }
            form.add(text, to: field)
        case .file(let name, let file, let size):
            filled += Int64(size)
            uploads.append(Upload(part: name, size: size, stored: try await file.finish()))
        }
        part = .none
    }
}
