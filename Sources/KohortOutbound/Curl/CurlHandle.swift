import CCurl

/// An option or a start that curl refused.
struct CurlError: Error {
    let code: CURLcode
}

/// One transfer of curl's; freed with the value.
struct CurlHandle: ~Copyable {
    /// Once per process and before any other call: a `static let` is made under a lock.
    private static let start = curl_global_init(Int(CURL_GLOBAL_SSL | CURL_GLOBAL_WIN32))

    let raw: UnsafeMutableRawPointer

    init() throws(CurlError) {
        guard Self.start == CURLE_OK, let raw = curl_easy_init() else { throw CurlError(code: CURLE_FAILED_INIT) }
        self.raw = raw
    }

    deinit { curl_easy_cleanup(raw) }

    /// Nil takes curl's default away.
    func set(_ option: CURLoption, to text: String?) throws(CurlError) {
        try Self.check(ccurl_set_text(raw, option, text))
    }

    func set(_ option: CURLoption, to number: Int) throws(CurlError) {
        try Self.check(ccurl_set_number(raw, option, number))
    }

    func set(_ option: CURLoption, to duration: Duration) throws(CurlError) {
        try set(option, to: Int(duration / .milliseconds(1)))
    }

    /// The list must live as long as the handle is used.
    func set(_ option: CURLoption, to list: borrowing CurlList) throws(CurlError) {
        try Self.check(ccurl_set_list(raw, option, list.raw))
    }

    /// Trusts the authorities of a PEM file and no other; nil leaves the system's.
    func trust(_ authorities: String?) throws(CurlError) {
        guard let authorities else { return }
        try set(CURLOPT_CAINFO, to: authorities)
        try set(CURLOPT_CAPATH, to: nil as String?)
    }

    private static func check(_ code: CURLcode) throws(CurlError) {
        guard code == CURLE_OK else { throw CurlError(code: code) }
    }
}
