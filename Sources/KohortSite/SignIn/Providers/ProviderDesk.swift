import HTTPTypes
import Hummingbird
import KohortApp
import KohortCore
import KohortOutbound
import KohortWeb
import Logging
import Tenancy

/// Signing in by a provider, and linking what it knows one as.
enum ProviderDesk {
    /// As long as the provider may take.
    private static let patience = Duration.seconds(10 * 60)

    /// Sends the browser to the provider. By a link and no form: where a form leads in the end is held against our own
    /// `form-action`.
    static func leave(_ request: Request, _ visit: Visit) async throws -> Response {
        try await visit.tellingTrouble {
            let question = ProviderQuestion(
                in: visit.language, isAgain: try QueryParameters(request)["again"] != nil)
            let departure = try await visit.provider.leave(linking: nil, question, at: visit.arrival)
            return visit.carrying(departure, .redirect(to: departure.url, type: .normal), for: patience)
        }
    }

    /// Asks for one press more, which leads to the provider: what began with a form does not end there.
    static func link(_ request: Request, _ visit: Visit) async throws -> Response {
        guard case .person(let person) = visit.actor else { throw Rejection.forbidden }
        try visit.requireFresh()
        return try await visit.tellingTrouble {
            let question = ProviderQuestion(in: visit.language, isAgain: false)
            let departure = try await visit.provider.leave(linking: person, question, at: visit.arrival)
            return visit.carrying(departure, try visit.page(ProviderLeaveScreen(visit, departure)), for: patience)
        }
    }

    /// Where the provider sends the browser back to. What it brings is spent by that, whatever comes of it.
    static func arrive(_ request: Request, _ visit: Visit) async throws -> Response {
        let query = try QueryParameters(request)
        var response = try await visit.tellingTrouble {
            guard let browser = visit.site.cookies.value(of: visit.providerCookie, in: request).map({ Secret($0) }),
                let state = query["state"],
                let taken = try await visit.provider.take(state, of: browser, at: visit.arrival),
                taken.person.map({ visit.actor == .person($0) }) ?? true
            else { return try visit.page(ProviderTroubleScreen(visit, .stale), status: .badRequest) }
            guard let code = query["code"], query["error"] == nil else {
                return try visit.page(ProviderTroubleScreen(visit, .cancelled), status: .badRequest)
            }
            let identity = try await visit.provider.prove(
                ProviderAnswer(code: code, issuer: query["iss"]), to: taken, state: state, of: browser,
                at: visit.arrival)
            return try await taken.person == nil ? signIn(identity, request, visit) : link(identity, request, visit)
        }
        response.add(cookie: visit.site.cookies.removing(visit.providerCookie))
        return response
    }

    private static func signIn(_ identity: ProvenIdentity, _ request: Request, _ visit: Visit) async throws -> Response
    {
        let (new, session) = visit.newSignIn(request)
        try await visit.provider.signIn(identity, as: new, at: visit.arrival)
        return try await visit.welcome(session, request)
    }

    /// Who came to do nothing but this has shown by it who they are.
    private static func link(_ identity: ProvenIdentity, _ request: Request, _ visit: Visit) async throws -> Response {
        try await visit.provider.link(identity, by: visit.actor, at: visit.arrival)
        if visit.identity.isSettingUp { return try await signIn(identity, request, visit) }
        return visit.redirect("/me/ways-in?done=identity.linked")
    }
}

extension Visit {
    /// The way to the provider that the address names, and back.
    var provider: ProviderSignIn {
        get throws { ProviderSignIn(try context.slug("provider"), of: open, in: site.kohort) }
    }

    /// Holds what a browser takes along to a provider; of each tenant its own.
    fileprivate var providerCookie: String { "kohort_provider_\(open.tenant.id)" }

    fileprivate func carrying(
        _ departure: ProviderSignIn.Departure, _ response: Response, for patience: Duration
    ) -> Response {
        var response = response
        let cookie = site.cookies.setting(providerCookie, to: departure.browser.text, maxAge: patience)
        response.add(cookie: cookie)
        return response
    }

    /// Answers with plain words what went wrong with a provider; the log has the exact reason.
    fileprivate func tellingTrouble(_ deed: () async throws -> Response) async throws -> Response {
        do { return try await deed() } catch let problem as ProviderProblem {
            context.logger.notice("sign-in by a provider", metadata: ["problem": "\(problem.rawValue)"])
            return try tell(ProviderTrouble(problem))
        } catch let rejection as Rejection {
            guard let trouble = ProviderTrouble(rejection) else { throw rejection }
            return try tell(trouble)
        }
    }

    private func tell(_ trouble: ProviderTrouble) throws -> Response {
        try page(ProviderTroubleScreen(self, trouble), status: trouble.status)
    }
}
