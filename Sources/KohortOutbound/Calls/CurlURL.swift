import CCurl

/// A URL taken apart by curl, which writes `0x7f.1` and `2130706433` as the address that it will call.
struct CurlURL: ~Copyable {
    enum Part {
        case scheme, user, password, host

        fileprivate var code: CURLUPart {
            switch self {
            case .scheme: CURLUPART_SCHEME
            case .user: CURLUPART_USER
            case .password: CURLUPART_PASSWORD
            case .host: CURLUPART_HOST
            }
        }
    }

    private let raw: OpaquePointer

    /// Nil for what curl takes for no URL. A fragment is left away: it is never sent.
    init?(_ text: String) {
        guard let raw = Self.parsed(text) else { return nil }
        self.raw = raw
    }

    private static func parsed(_ text: String) -> OpaquePointer? {
        guard let raw = curl_url() else { return nil }
        if curl_url_set(raw, CURLUPART_URL, text, 0) == CURLUE_OK,
            curl_url_set(raw, CURLUPART_FRAGMENT, nil, 0) == CURLUE_OK
        {
            return raw
        }
        curl_url_cleanup(raw)
        return nil
    }

    deinit { curl_url_cleanup(raw) }

    /// In lower case where case means nothing; nil when the URL has none.
    subscript(part: Part) -> String? {
        let text = read(part.code, 0)
        return part == .scheme || part == .host ? text?.lowercased() : text
    }

    /// The scheme's own where none is written.
    var port: Int? { read(CURLUPART_PORT, UInt32(CURLU_DEFAULT_PORT)).flatMap(Int.init) }
    var text: String? { read(CURLUPART_URL, 0) }

    private func read(_ part: CURLUPart, _ flags: UInt32) -> String? {
        var found: UnsafeMutablePointer<CChar>?
        guard curl_url_get(raw, part, &found, flags) == CURLUE_OK, let found else { return nil }
        defer { curl_free(found) }
        return String(cString: found)
    }
}
