import CCurl

extension MailOutcome {
    /// Reads curl's result: only a reply about this very mail can be final, trouble with the server never is.
    init(_ delivery: ccurl_delivery) {
        guard delivery.result != CURLE_OK else {
            self = .sent
            return
        }
        let failure = MailFailure(delivery)
        self = failure.cause == .declined && delivery.reply >= 500 ? .refused(failure) : .retry(failure)
    }
}

extension MailFailure {
    fileprivate init(_ delivery: ccurl_delivery) {
        let cause = Cause(delivery)
        let isReply = delivery.reply >= 400
        let status = "\(delivery.status_class).\(delivery.status_subject).\(delivery.status_detail)"
        self.init(
            cause, code: isReply ? delivery.reply : nil,
            status: isReply && delivery.status_class > 0 ? status : nil)
    }
}

extension MailFailure.Cause {
    /// Replies that want a sign-in or encryption first, whatever command they answer (RFC 4954 §6, RFC 3207 §4).
    private static let signInReplies: Set<Int> = [530, 534, 535, 538]

    fileprivate init(_ delivery: ccurl_delivery) {
        self =
            switch delivery.result {
            case CURLE_SEND_ERROR, CURLE_WEIRD_SERVER_REPLY: Self.answer(delivery)
            case CURLE_LOGIN_DENIED: .signIn
            case CURLE_REMOTE_ACCESS_DENIED: .session
            case CURLE_COULDNT_RESOLVE_HOST: .unresolved
            case CURLE_OPERATION_TIMEDOUT: .timeout
            case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR: .encryption
            case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR: .certificate
            case CURLE_OUT_OF_MEMORY, CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .local
            default: .unreachable
            }
    }

    /// curl tells a declined sender or recipient as a send error, as it does a broken connection; a declined message
    /// as a strange reply, as it does a declining greeting.
    private static func answer(_ delivery: ccurl_delivery) -> Self {
        guard delivery.reply >= 400 else { return .unreachable }
        if signInReplies.contains(delivery.reply) { return .signIn }
        return delivery.result == CURLE_SEND_ERROR || delivery.began ? .declined : .session
    }
}
