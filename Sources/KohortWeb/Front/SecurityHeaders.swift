import HTTPTypes
import Hummingbird

/// The headers that every answer bears, errors and files included (OWASP ASVS 5.0.0: 3.4.1–3.4.6, 3.4.8, 14.3.2).
package enum SecurityHeaders {
    /// What a page may load: nothing but our own scripts, styles and pictures, and what our scripts ask us for.
    package static let contentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; object-src 'none'; frame-ancestors 'none'"

    private static let always: [(HTTPField.Name, String)] = [
        (.xContentTypeOptions, "nosniff"),
        (HTTPField.Name("Referrer-Policy")!, "same-origin"),
        (HTTPField.Name("Cross-Origin-Opener-Policy")!, "same-origin"),
    ]

    /// A year; browsers pay no heed to it over plain http.
    private static let transport = "max-age=31536000; includeSubDomains"

    /// A handler may say otherwise: a download is sandboxed, a public page may be kept.
    private static let unlessSet: [(HTTPField.Name, String)] = [
        (.contentSecurityPolicy, contentPolicy), (.cacheControl, "no-store"),
    ]

    static func add(to response: inout Response, isSecure: Bool) {
        if isSecure { response.headers[.strictTransportSecurity] = transport }
        for (name, value) in always { response.headers[name] = value }
        for (name, value) in unlessSet where response.headers[name] == nil { response.headers[name] = value }
    }
}
