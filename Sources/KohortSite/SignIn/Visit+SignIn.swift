import Hummingbird
import KohortApp
import KohortCore
import KohortWeb
import Tenancy

extension Visit {
    /// What a command needs to sign this browser in, and the secret that its cookie is to hold.
    func newSignIn(_ request: Request) -> (new: NewSignIn, secret: Secret) {
        let secret = Secret()
        let former = site.cookies.value(of: Site.cookie(of: open.tenant.id), in: request).map { Secret($0).hash }
        let device = DeviceName.of(request.headers[.userAgent] ?? "")
        return (NewSignIn(id: newID(), secretHash: secret.hash, replacing: former, device: device), secret)
    }

    /// Gives a browser the cookie of a sign-in that was just opened, and leads to `page`, to where its owner wanted to
    /// go, or to their first room.
    func welcome(_ secret: Secret, _ request: Request, to page: String? = nil) async throws -> Response {
        let credentials = try await fetch(CredentialsOfSignIn(secretHash: secret.hash))
        guard let identity = credentials?.identity(at: arrival) else {
            throw WebProblem.unauthorised
        }
        let wanted = site.cookies.value(of: Site.wantedCookie(of: open.tenant.id), in: request)
            .flatMap { isOwn($0) ? $0 : nil }
        let first = path(page ?? FirstRoom.path(of: identity, in: consortium))
        var response = Response.redirect(to: page == nil ? wanted ?? first : first, type: .normal)
        let cookies = site.cookies
        response.add(cookie: keeping(secret, identity.terms))
        if wanted != nil { response.add(cookie: cookies.removing(Site.wantedCookie(of: open.tenant.id))) }
        return response
    }

    /// The cookie of a sign-in.
    func keeping(_ secret: Secret, _ terms: SignInTerms) -> String {
        site.cookies.setting(Site.cookie(of: open.tenant.id), to: secret.text, maxAge: terms.absolute)
    }

    /// The page that the reader came from, when it is one of this tenant's.
    func ownPage(before request: Request) -> String? {
        let origin = "\(site.origin)"
        guard let referer = request.headers[.referer], referer.hasPrefix(origin) else { return nil }
        let path = String(referer.dropFirst(origin.count))
        return isOwn(path) ? path : nil
    }

    private func isOwn(_ address: String) -> Bool {
        let front = path("")
        let isOurs = address == front || address.hasPrefix(front + "/") || address.hasPrefix(front + "?")
        return isOurs && address.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}

extension Site {
    /// Who asked for a sign-in link: a cookie that such links are bound to.
    static func askerCookie(of tenant: TenantID) -> String { "kohort_asker_\(tenant)" }
    /// The page that somebody came from to sign in.
    static func wantedCookie(of tenant: TenantID) -> String { "kohort_wanted_\(tenant)" }
}
