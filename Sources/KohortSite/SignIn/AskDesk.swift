import Hummingbird
import KohortApp
import KohortCore
import KohortWeb
import Tenancy

/// Asking for a sign-in link by address. The answer is the same whoever the address belongs to, or nobody.
enum AskDesk {
    static func form(_ request: Request, _ visit: Visit) async throws -> Response {
        let query = try QueryParameters(request)
        var response = try visit.page(AskScreen(visit, try await visit.fetch(OfferedProviders())))
        if query["back"] != nil, let page = visit.ownPage(before: request) {
            response.add(cookie: visit.site.cookies.setting(Site.wantedCookie(of: visit.open.tenant.id), to: page))
        }
        return response
    }

    static func ask(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await request.form(visit.context)
        guard let email = EmailAddress(form.text("email")) else {
            let code = form.text("email").isEmpty ? "text.required" : "email.invalid"
            let offered = try await visit.fetch(OfferedProviders())
            return try visit.page(
                AskScreen(visit, offered, form, [FieldProblem("email", code)]), status: .unprocessableContent)
        }
        return try await visit.ask(.address(email), request)
    }

    static func asked(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.page(AskedScreen(chrome: visit.chrome(visit.text("signin.asked.title"))))
    }
}

extension Visit {
    /// Asks for a link that opens in this browser alone, by a cookie that it keeps as long as the link lasts.
    func ask(_ asker: AskForSignIn.Asker, _ request: Request) async throws -> Response {
        let name = Site.askerCookie(of: open.tenant.id)
        let secret = site.cookies.value(of: name, in: request).map { Secret($0) } ?? Secret()
        _ = try await perform(AskForSignIn(id: newID(), asker: asker, browserHash: secret.hash))
        var response = redirect("/sign-in/asked")
        // The letter may be written a while after it was asked for.
        let lasting = SignInLink.Kind.asked.lasting * 2
        response.add(cookie: site.cookies.setting(name, to: secret.text, maxAge: lasting))
        return response
    }
}
