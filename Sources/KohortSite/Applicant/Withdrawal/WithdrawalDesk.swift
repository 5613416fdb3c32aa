import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment

/// Withdrawing an application, once it has been said what goes.
enum WithdrawalDesk {
    static func confirm(_ request: Request, _ visit: Visit) async throws -> Response {
        let own = try await CandidacyDesk.own(visit)
        guard own.canWithdraw else { return visit.redirect("/candidacies/\(own.candidacy.id)") }
        return try visit.page(WithdrawalPage(visit, own))
    }

    static func withdraw(_ request: Request, _ visit: Visit) async throws -> Response {
        let candidacy: CandidacyID = try visit.context.id("candidacy")
        _ = try await visit.perform(WithdrawCandidacy(candidacy: candidacy))
        return visit.redirect("/candidacies/\(candidacy)")
    }
}

/// Asks whether to withdraw.
struct WithdrawalPage: Page {
    static let template = "applicant/withdrawal"
    let chrome: Chrome
    let own: String
    let action: String
    let consequence: String

    init(_ visit: Visit, _ answer: OwnCandidacy.Answer) {
        chrome = visit.chrome(visit.text("withdrawal.title"))
        own = visit.path("/candidacies/\(answer.candidacy.id)")
        action = "\(own)/withdrawal"
        let key = answer.call.isOpen ? "withdrawal.while_open" : "withdrawal.after"
        consequence = visit.text(key, ["deadline": visit.format.day(answer.call.deadline.date)])
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "own": .text { $0.own },
        "action": .text { $0.action },
        "consequence": .text { $0.consequence },
    ]
}
