import CCurl

/// A list of texts in curl's form; freed with the value.
struct CurlList: ~Copyable {
    let raw: UnsafeMutablePointer<curl_slist>?

    init(_ texts: [String]) throws(CurlError) {
        var list: UnsafeMutablePointer<curl_slist>?
        for text in texts {
            guard let longer = curl_slist_append(list, text) else {
                curl_slist_free_all(list)
                throw CurlError(code: CURLE_OUT_OF_MEMORY)
            }
            list = longer
        }
        raw = list
    }

    deinit { curl_slist_free_all(raw) }
}
