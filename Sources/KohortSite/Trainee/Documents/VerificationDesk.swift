import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// Whether a diploma or certificate is real, for everybody who holds one in their hands.
enum VerificationDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let typed = try QueryParameters(request)["code"] ?? ""
        return try visit.page(VerificationScreen(visit, typed: typed, verdict: try await verdict(typed, visit)))
    }

    private static func verdict(_ typed: String, _ visit: Visit) async throws -> VerificationScreen.Verdict? {
        if typed.isEmpty { return nil }
        guard let code = VerificationCode(typed) else { return .malformed }
        do {
            let document = try await visit.fetch(VerifyDocument(code: code))
            return document.revokedAt.map { .revoked(document, $0) } ?? .real(document)
        } catch Rejection.notFound {
            return .unknown
        }
    }
}

struct VerificationScreen: Page {
    static let template = "trainee/verification"
    enum Verdict {
        case malformed, unknown
        case real(IssuedDocument)
        case revoked(IssuedDocument, Instant)
    }

    let chrome: Chrome
    let typed: String
    let said: String
    let isReal: Bool

    init(_ visit: Visit, typed: String, verdict: Verdict?) {
        chrome = visit.chrome(visit.text("trainee.verify.title"))
        self.typed = typed
        func words(_ key: String, _ document: IssuedDocument, _ more: [String: String] = [:]) -> String {
            var values = more
            values["document"] = visit.text("trainee.document.\(document.kind.rawValue)")
            (values["name"], values["date"]) = (document.content.name, visit.format.date(document.issuedOn))
            values["employer"] = document.content.employer
            return visit.text("trainee.verify.\(key)", values)
        }
        switch verdict {
        case nil: (said, isReal) = ("", false)
        case .malformed: (said, isReal) = (visit.text("trainee.verify.malformed"), false)
        case .unknown: (said, isReal) = (visit.text("trainee.verify.unknown"), false)
        case .real(let document): (said, isReal) = (words("real", document), true)
        case .revoked(let document, let at):
            (said, isReal) = (words("revoked", document, ["revoked": visit.format.time(at)]), false)
        }
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "typed": .text { $0.typed },
        "said": .text { $0.said },
        "real": .flag { $0.isReal },
    ]
}
