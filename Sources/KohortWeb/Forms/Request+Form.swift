import Hummingbird
import KohortCore

extension Request {
    /// A form without files, urlencoded or multipart. Throws `unsupportedMediaType`, `payloadTooLarge`, `tooSlow`,
    /// `badRequest` with a code that starts `form.`, or `invalid` (`file.too_many`) for a file.
    package func form(_ context: KohortContext, limits: FormLimits = FormLimits()) async throws -> Form {
        switch mediaType?.value {
        case "application/x-www-form-urlencoded": return try await urlencodedForm(context, limits)
        case "multipart/form-data":
            var limits = limits
            (limits.body, limits.passedOver, limits.files) = (limits.plainBody, 0, 0)
            let submission = try await submission(context, into: NoUploads(), limits: limits)
            if submission.isCutOff { throw WebProblem.payloadTooLarge(limit: limits.body) }
            try submission.problems.throwIfAny()
            return submission.form
        default: throw WebProblem.unsupportedMediaType(["application/x-www-form-urlencoded", "multipart/form-data"])
        }
    }

    /// A form with files (`multipart/form-data`, RFC 7578), which go to `sink` as they arrive. Files that are too large
    /// or too many come back as problems beside all that was typed, and so does a form that is too large once something
    /// typed has come; what breaks the form throws, as `form` does, once every file begun has been discarded.
    package func submission<Sink: UploadSink>(
        _ context: KohortContext, into sink: Sink, limits: FormLimits = FormLimits()
    ) async throws -> Submission<Sink.File.Stored> {
        try await readMultipart(context, limits) { chunks, parser in
            try await SubmissionReader(sink, limits).read(&chunks, parser)
        }
    }

    /// Lets `consume` take a form with files apart.
    func readMultipart<Value: Sendable>(
        _ context: KohortContext, _ limits: FormLimits,
        _ consume: @escaping @Sendable (inout BodyChunks, inout MultipartParser) async throws -> Value
    ) async throws -> Value {
        guard let mediaType, mediaType.value == "multipart/form-data" else {
            throw WebProblem.unsupportedMediaType(["multipart/form-data"])
        }
        guard let boundary = MultipartBoundary(mediaType) else { throw WebProblem.badRequest("form.boundary") }
        let rules = BodyRules(limit: limits.body + limits.passedOver, time: limits.time)
        do {
            return try await readBody(context, rules) { chunks in
                var parser = MultipartParser(boundary, limits: limits)
                return try await consume(&chunks, &parser)
            }
        } catch WebProblem.badRequest where announces(moreThan: limits.body) {
            // Nothing in it could be kept, and its size is what is to be told first.
            throw WebProblem.payloadTooLarge(limit: limits.body)
        }
    }

    private func announces(moreThan limit: Int) -> Bool {
        headers[.contentLength].flatMap { Int($0) }.map { $0 > limit } ?? false
    }

    var mediaType: HeaderValue? { headers[.contentType].flatMap { HeaderValue($0) } }

    private func urlencodedForm(_ context: KohortContext, _ limits: FormLimits) async throws -> Form {
        let rules = BodyRules(limit: limits.plainBody, time: limits.time)
        let body = try await readBody(context, rules) { chunks in try await chunks.whole() }
        var form = Form()
        for (name, value) in try URLEncoding.pairs(body.readableBytesView, limit: limits.fields) {
            guard value.utf8.count <= limits.text else { throw WebProblem.payloadTooLarge(limit: limits.text) }
            form.add(value, to: name)
        }
        return form
    }
}
