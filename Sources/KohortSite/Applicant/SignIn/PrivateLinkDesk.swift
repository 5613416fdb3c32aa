import Hummingbird
import KohortApp
import KohortCore
import KohortStore
import KohortWeb
import Recruitment
import Tenancy

/// A candidacy's private link. Opening it only asks for a press, so that a program that looks through mail signs
/// nobody in. A wrong key and a candidacy that does not exist are not found, in the same way.
enum PrivateLinkDesk {
    static func confirm(_ request: Request, _ visit: Visit) async throws -> Response {
        let pass = try await pass(visit)
        return try visit.page(PrivateLinkPage(visit, pass))
    }

    static func start(_ request: Request, _ visit: Visit) async throws -> Response {
        let pass = try await pass(visit)
        return try await visit.signIn(pass.candidacy, to: "/candidacies/\(pass.candidacy)")
    }

    private static func pass(_ visit: Visit) async throws -> ApplicationPass {
        let candidacy: CandidacyID = try visit.context.id("candidacy")
        let key = try visit.context.parameter("key")
        let isRight = visit.site.kohort.links.opens(candidacy, of: visit.open.tenant.id, with: key)
        guard try await visit.ownCandidacy(candidacy) != nil, isRight else { throw Rejection.notFound }
        return ApplicationPass(candidacy, visit)
    }
}

/// What a private link opens: a button, and nothing yet of what lies behind it.
struct PrivateLinkPage: Page {
    static let template = "applicant/private-link"
    let chrome: Chrome
    let action: String

    init(_ visit: Visit, _ pass: ApplicationPass) {
        chrome = visit.chrome(visit.text("link.title"))
        action = visit.path("/candidacies/\(pass.candidacy)/\(pass.key)")
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "action": .text { $0.action },
    ]
}
