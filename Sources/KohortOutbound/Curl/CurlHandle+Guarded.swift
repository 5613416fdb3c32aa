import CCurl

extension CurlHandle {
    /// Makes ready for one call to an address that somebody else has named: no redirect, no proxy, no reuse.
    func call(
        _ url: CallURL, by rules: CallRules, within timeout: Duration, as agent: String
    ) throws(CurlError) {
        try set(CURLOPT_URL, to: url.text)
        try set(CURLOPT_PROTOCOLS_STR, to: rules.allowsPlainHTTP ? "https,http" : "https")
        try set(CURLOPT_HTTP_VERSION, to: CURL_HTTP_VERSION_1_1)
        try set(CURLOPT_FOLLOWLOCATION, to: 0)
        // Empty, not unset: curl would take one from the environment, and its address is not the receiver's.
        try set(CURLOPT_PROXY, to: "")
        try set(CURLOPT_NOSIGNAL, to: 1)
        try set(CURLOPT_CONNECTTIMEOUT_MS, to: min(timeout, .seconds(5)))
        try set(CURLOPT_TIMEOUT_MS, to: timeout)
        // One tenant's connection never carries another's message.
        try set(CURLOPT_FORBID_REUSE, to: 1)
        try set(CURLOPT_USERAGENT, to: agent)
        try set(CURLOPT_SSLVERSION, to: CURL_SSLVERSION_TLSv1_2)
        try set(CURLOPT_SSL_VERIFYPEER, to: 1)
        try set(CURLOPT_SSL_VERIFYHOST, to: 2)
        try trust(rules.authorities)
    }
}
