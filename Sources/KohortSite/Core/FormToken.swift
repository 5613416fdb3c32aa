import HTTPTypes
import Hummingbird
import KohortApp
import KohortCore
import KohortWeb
import Tenancy

/// What each form brings along that changes something: it was made for this browser, this consortium and the person who
/// is signed in (OWASP ASVS 5.0.0, 3.5.1). An HMAC by the installation's secret, so nothing is stored.
enum FormToken {
    /// Each form's first field, where the reader of a form with files meets it before any file.
    static let field = "form_token"
    static let markup = """
        {{#chrome.formToken}}<input type="hidden" name="\(field)" value="{{.}}">{{/chrome.formToken}}
        """
    private static let safeMethods: Set<HTTPRequest.Method> = [.get, .head]

    /// The request, its form still to be read, once that has shown where it comes from. Throws `UntakenForm`:
    /// of `foreignForm`, or of `unauthorised` where it is the sign-in that is over.
    static func checked(_ request: Request, _ visit: Visit) async throws -> Request {
        guard !safeMethods.contains(request.method) else { return request }
        let (token, whole) = try await request.firstField(field, visit.context)
        if let token, visit.made(token) { return whole }
        throw UntakenForm(
            problem: visit.hasLostSignIn(request) ? .unauthorised : .foreignForm,
            sent: await whole.sentTexts(visit.context))
    }
}

/// A form that was refused for where it comes from, with what was typed into it.
struct UntakenForm: Error {
    let problem: WebProblem
    let sent: [SentText]
}

extension Visit {
    private static let purpose = "form"

    var formToken: String? {
        browser.map { site.kohort.links.code(of: statement($0, person), for: Self.purpose) }
    }

    /// One from before signing in is still good: it came from the same browser.
    fileprivate func made(_ token: String) -> Bool {
        guard let browser else { return false }
        return [person, nil].contains {
            site.kohort.links.proves(token, statement(browser, $0), for: Self.purpose)
        }
    }

    fileprivate func hasLostSignIn(_ request: Request) -> Bool {
        actor == .anonymous && site.cookies.value(of: Site.cookie(of: open.tenant.id), in: request) != nil
    }

    /// An applicant's forms name the candidacy that they are for; a person's need not.
    private var person: PersonID? { if case .person(let id) = actor { id } else { nil } }

    private func statement(_ browser: VisitingBrowser, _ person: PersonID?) -> String {
        "\(open.tenant.id):\(browser.secret.hash):\(person.map(\.description) ?? "")"
    }
}
