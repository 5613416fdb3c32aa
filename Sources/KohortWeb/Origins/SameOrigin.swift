import HTTPTypes
import Hummingbird

/// Tells a form of our own pages from one that another site made the browser send (OWASP ASVS 5.0.0: 3.5.1–3.5.3).
package enum SameOrigin {
    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!
    private static let safeMethods: Set<HTTPRequest.Method> = [.get, .head, .options, .trace]

    /// Throws `foreignOrigin` for a method that changes something unless the browser vouches that the request comes
    /// from one of `origins`. Every current browser sends at least one of the two headers; a request without is refused.
    package static func check(_ request: Request, _ origins: Set<Origin>) throws(WebProblem) {
        guard !safeMethods.contains(request.method) else { return }
        let site = request.headers[values: fetchSite]
        let sources = request.headers[values: .origin]
        let isOurs = site.allSatisfy { $0 == "same-origin" } && sources.allSatisfy { isOne(of: origins, $0) }
        guard isOurs, !site.isEmpty || !sources.isEmpty else { throw .foreignOrigin }
    }

    private static func isOne(of origins: Set<Origin>, _ text: String) -> Bool {
        Origin(text).map(origins.contains) ?? false
    }
}
