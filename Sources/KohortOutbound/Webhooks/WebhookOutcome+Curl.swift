import CCurl

extension WebhookOutcome {
    /// An answer counts by its head: what comes after the bytes that are read, or does not come, changes nothing.
    init(_ posted: ccurl_posted) {
        guard posted.status >= 200 else {
            self.init(.failure(WebhookFailure(posted)))
            return
        }
        self.init(
            .status(posted.status), retryAfter: posted.retry_after > 0 ? Int(posted.retry_after) : nil,
            answer: Self.text(posted))
    }

    /// Without control characters, which no log and no database wants.
    private static func text(_ posted: ccurl_posted) -> String {
        let bytes = withUnsafeBytes(of: posted.kept) { Array($0.prefix(posted.kept_count)) }
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter {
            $0.properties.generalCategory != .control || $0 == "\n"
        }
        return String(String.UnicodeScalarView(scalars))
    }
}

extension WebhookFailure {
    fileprivate init(_ posted: ccurl_posted) {
        if posted.is_refused {
            self = .address
            return
        }
        self =
            switch posted.result {
            case CURLE_COULDNT_RESOLVE_HOST: .unresolved
            case CURLE_OPERATION_TIMEDOUT: .timeout
            case CURLE_SSL_CONNECT_ERROR: .encryption
            case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR: .certificate
            case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .url
            case CURLE_OUT_OF_MEMORY, CURLE_ABORTED_BY_CALLBACK, CURLE_FAILED_INIT: .local
            default: .unreachable
            }
    }
}
