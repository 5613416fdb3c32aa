import Hummingbird
import KohortApp
import KohortCore
import KohortOutbound
import KohortWeb
import Logging

/// Where a provider says itself that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0). No browser
/// comes along, hence no cookie, no origin and no token of a form: what is believed is the provider's signature.
enum ProviderEndingDesk {
    static func end(_ request: Request, _ visit: Visit) async throws -> Response {
        let provider = try visit.provider
        do {
            try await provider.end(by: try await token(request, visit), at: visit.arrival)
            return Response(status: .ok)
        } catch let problem as ProviderProblem {
            visit.context.logger.notice("sign-out by a provider", metadata: ["problem": "\(problem.rawValue)"])
            return refusal(problem.rawValue)
        } catch Rejection.invalid {
            return refusal(ProviderProblem.token.rawValue)
        }
    }

    /// What else is in the form is passed over (2.5); a form of another kind holds none.
    private static func token(_ request: Request, _ visit: Visit) async throws -> String {
        let form: Form
        do { form = try await request.form(visit.context) } catch WebProblem.unsupportedMediaType, WebProblem.badRequest
        {
            throw ProviderProblem.token
        }
        let sent = form.list("logout_token")
        guard sent.count == 1 else { throw ProviderProblem.token }
        return sent[0]
    }

    /// As RFC 6749 §5.2 has it.
    private static func refusal(_ why: String) -> Response {
        .json(.badRequest) { json in
            json.object {
                $0.member("error", "invalid_request")
                $0.member("error_description", why)
            }
        }
    }
}
