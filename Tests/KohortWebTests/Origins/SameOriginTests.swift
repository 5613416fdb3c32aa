import HTTPTypes
import Hummingbird
import KohortWeb
import Testing

struct SameOriginTests {
    private func isOurs(_ method: HTTPRequest.Method, origin: String?, site: String?) async throws -> Bool {
        var headers: HTTPFields = [HTTPField.Name("X-HTTP-Method-Override")!: "GET"]
        headers[.origin] = origin
        headers[HTTPField.Name("Sec-Fetch-Site")!] = site
        let ours: Set<Origin> = [
            try #require(Origin("https://kohort.example")), try #require(Origin("https://norranorrland.example")),
        ]
        return try await inRequest(method: method, headers: headers) { request, _ in
            do { try SameOrigin.check(request, ours) } catch { return false }
            return true
        }
    }

    @Test(
        arguments: [
            ("https://kohort.example", "same-origin"), ("https://norranorrland.example", "same-origin"),
            ("https://kohort.example", nil), (nil, "same-origin"), ("https://KOHORT.example:443", nil),
        ] as [(String?, String?)])
    func `a form of our own pages is taken`(origin: String?, site: String?) async throws {
        #expect(try await isOurs(.post, origin: origin, site: site))
    }

    @Test(
        arguments: [
            (nil, nil), ("null", nil), ("null", "same-origin"), ("https://evil.example", nil),
            ("https://evil.example", "same-origin"),
            ("https://kohort.example", "cross-site"), ("https://kohort.example", "same-site"), (nil, "same-site"),
            (nil, "none"),
            ("https://www.kohort.example", nil), ("http://kohort.example", nil), ("https://kohort.example:8443", nil),
            ("https://kohort.example.evil.example", nil), ("", nil),
        ] as [(String?, String?)])
    func `a form from anywhere else is refused`(origin: String?, site: String?) async throws {
        for method in [HTTPRequest.Method.post, .put, .patch, .delete] {
            #expect(try await !isOurs(method, origin: origin, site: site), "\(method)")
        }
    }

    @Test func `reading asks for no origin`() async throws {
        #expect(try await isOurs(.get, origin: "https://evil.example", site: "cross-site"))
    }
}
