import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb
import Tenancy

/// What went wrong, what to do about it and where to go on, in the reader's language.
struct ErrorWords: PageModel {
    let status: String
    let title: String
    let advice: String
    let requestID: String
    let kept: KeptWords?
    /// Where to sign in, for whom that is what is missing.
    let signIn: String?
    /// The page that the reader came from.
    let back: String?
    /// The consortium's front page; nil outside of one, where there is no page to go to.
    let home: String?
    let front: String

    /// Of a tenant's page where `visit` is one; else of the installation's.
    init(_ problem: Problem, _ request: Request, _ context: KohortContext, _ site: Site, _ visit: Visit? = nil) {
        let language = visit?.language ?? context.language
        kept = KeptWords(problem.sent, site.texts, in: language)
        let sent = kept == nil ? [] : [problem.code + ".sent"]
        func text(_ part: String) -> String {
            (sent + [problem.code, String(problem.status.code), "other"]).lazy
                .compactMap { site.texts.text("error.\($0).\(part)", in: language) }.first ?? problem.title
        }
        status = String(problem.status.code)
        (title, advice, requestID) = (text("title"), text("advice"), context.requestID)
        let tenant = ErrorPlace.tenant(of: request, context)
        signIn = ErrorPlace.signIn(problem, visit).flatMap { page in tenant.map { "/\($0)\(page)" } }
        back = kept == nil ? nil : visit?.ownPage(before: request)
        // Of a tenant that is not there it is not found, and everything else may pass.
        home = visit.map { $0.path("") } ?? (problem.status.kind == .clientError ? nil : tenant.map { "/\($0)" })
        let name = visit?.consortium.profile.name.text(in: language)
        front =
            name.map { site.texts.text("error.to", in: language, ["name": $0]) ?? $0 }
            ?? site.texts.text("error.home", in: language) ?? ""
    }

    static let fields: [String: PageField<Self>] = [
        "status": .text { $0.status },
        "title": .text { $0.title },
        "advice": .text { $0.advice },
        "requestID": .text { $0.requestID },
        "kept": .model { $0.kept },
        "signIn": .text { $0.signIn },
        "back": .text { $0.back },
        "home": .text { $0.home },
        "front": .text { $0.front },
    ]
}

/// Which tenant an error belongs to, and what its reader may lack.
enum ErrorPlace {
    /// By the address, whether or not a route has it.
    static func tenant(of request: Request, _ context: KohortContext) -> Slug? {
        if let slug = try? context.slug("tenant") { return slug }
        return request.uri.path.split(separator: "/").first.flatMap { try? Slug(String($0)) }
    }

    /// Below the tenant's address.
    static func signIn(_ problem: Problem, _ visit: Visit?) -> String? {
        if problem.code == "signin.stale" { return AgainDesk.path + "?back=1" }
        let isNobody = visit.map { $0.actor == .anonymous } ?? true
        return problem.status == .unauthorized || problem.code == "gone"
            || problem.code == "form.foreign" && isNobody ? "/sign-in?back=1" : nil
    }
}
