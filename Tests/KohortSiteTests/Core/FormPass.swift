import HTTPTypes
import KohortTesting
import KohortWeb
import NIOCore

@testable import KohortSite

/// What a page of ours gives a browser, so that forms can be sent from it.
struct FormPass: Sendable {
    /// All its cookies, the one that it is known by among them.
    let cookie: String
    let token: String

    /// As the page gives it that everybody can open; nil where there is no such tenant.
    init?(_ front: Front, tenant: some StringProtocol, cookie: String?) async throws {
        let headers: HTTPFields = cookie.map { [.cookie: $0] } ?? [:]
        let address = "/\(tenant)/sign-in"
        let page = try await TestClient(front).execute(uri: address, method: .get, headers: headers)
        guard let token = page.formToken else { return nil }
        let browser = page.headers[values: .setCookie].first { $0.contains("kohort_browser_") }
        self.token = token
        self.cookie = [cookie, browser.map { String($0.prefix { $0 != ";" }) }].compactMap(\.self)
            .joined(separator: "; ")
    }

    /// A form's body with the token in front, in the place of one that it may have.
    func put(into body: String, _ type: String) -> String {
        let boundary = type.firstRange(of: "boundary=").map { String(type[$0.upperBound...]) }
        guard let boundary else {
            let rest = body.split(separator: "&").filter { !$0.hasPrefix("\(FormToken.field)=") }
            return (["\(FormToken.field)=\(token)"] + rest.map(String.init)).joined(separator: "&")
        }
        let start = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(FormToken.field)\"\r\n\r\n"
        let former = body.hasPrefix(start) ? body.dropFirst(start.count).firstRange(of: "\r\n") : nil
        return "\(start)\(token)\r\n\(former.map { body[$0.upperBound...] } ?? body[...])"
    }
}

extension TestResponse {
    /// What the forms of a page bring along.
    var formToken: String? {
        text.firstMatch(of: /name="form_token" value="([^"]+)"/).map { String($0.output.1) }
    }
}
