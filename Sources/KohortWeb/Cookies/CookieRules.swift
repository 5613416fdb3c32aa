import HTTPTypes
import Hummingbird
import KohortCore

/// How this installation's cookies are named and guarded.
package struct CookieRules: Hashable, Sendable {
    private let isSecure: Bool

    /// Nil for plain http, where a cookie would cross the network in the open: it takes both this very machine and
    /// somebody who asks for it.
    package init?(for origin: Origin, plainHTTP: Bool) {
        guard origin.scheme == "https" || plainHTTP && origin.isLoopback else { return nil }
        isSecure = origin.scheme == "https"
    }

    /// `__Host-` binds a cookie to this very host over TLS (RFC 6265bis, 4.1.3.2).
    package func name(_ base: String) -> String { isSecure ? "__Host-" + base : base }

    /// The cookie's value; nil when it is absent, ambiguous or not of our writing.
    package func value(of base: String, in request: Request) -> String? {
        let name = name(base)
        let pairs = request.headers[values: .cookie].flatMap { $0.split(separator: ";") }
        let values = pairs.compactMap { pair -> Substring? in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, halves[0].trimming(while: { $0 == " " }) == name else { return nil }
            return halves[1].trimming(while: { $0 == " " })
        }
        guard let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
        return PercentEncoding.decoded(first.utf8)
    }

    /// A `Set-Cookie` value; without `maxAge` the cookie ends with the browser's session.
    package func setting(_ base: String, to value: String, maxAge: Duration? = nil) -> String {
        let value = PercentEncoding.encoded(value, keeping: PercentEncoding.isUnreserved)
        var cookie = "\(name(base))=\(value); Path=/; HttpOnly; SameSite=Lax"
        if isSecure { cookie += "; Secure" }
        if let maxAge { cookie += "; Max-Age=\(maxAge.components.seconds)" }
        return cookie
    }

    /// A `Set-Cookie` value that removes the cookie.
    package func removing(_ base: String) -> String { setting(base, to: "", maxAge: .zero) }
}

extension Response {
    /// Adds one `Set-Cookie` header.
    package mutating func add(cookie: String) { headers.append(HTTPField(name: .setCookie, value: cookie)) }
}
