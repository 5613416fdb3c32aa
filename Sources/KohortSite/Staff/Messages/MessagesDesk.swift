import HTTPTypes
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// Mail that waits or could not be sent.
enum MessagesDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit, notice: visit.doneNotice(try QueryParameters(request)))
    }

    static func retry(_ request: Request, _ visit: Visit) async throws -> Response {
        let message = try visit.context.id("message", as: MessageID.self)
        return try await visit.attempt(Form()) {
            _ = try await visit.perform(RetryMessage(id: message))
            return visit.redirect("/staff/messages?done=message.retried")
        } or: {
            try await page(visit, notice: $0.notice(visit), status: $0.status)
        }
    }

    private static func page(
        _ visit: Visit, notice: DeskNotice?, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let failed = try await visit.fetch(OutboxList(state: .failed))
        let waiting = try await visit.fetch(OutboxList(state: .waiting))
        return try visit.page(MessagesScreen(visit, failed, waiting, notice), status: status)
    }
}

/// The failed ones first; they need somebody.
struct MessagesScreen: Page {
    static let template = "staff/messages"
    let chrome: Chrome
    let head: DeskHead
    let failed: [MessageLine]
    let waiting: [MessageLine]

    init(_ visit: Visit, _ failed: [Message], _ waiting: [Message], _ notice: DeskNotice?) {
        let title = visit.text("staff.messages.heading")
        (chrome, head) = (visit.chrome(title), visit.staffHead(.messages, title, notice: notice))
        (self.failed, self.waiting) = (failed.map { MessageLine($0, visit) }, waiting.map { MessageLine($0, visit) })
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "anyFailed": .flag { !$0.failed.isEmpty },
        "failed": .list { $0.failed },
        "anyWaiting": .flag { !$0.waiting.isEmpty },
        "waiting": .list { $0.waiting },
    ]
}

/// One message; to whom stands only in what it is about.
struct MessageLine: PageModel {
    let kind: String
    let createdOn: String
    let dueOn: String
    let attempts: String
    let problem: String
    let retry: String

    init(_ message: Message, _ visit: Visit) {
        kind = visit.site.texts.text("staff.message.\(message.kind)", in: visit.language) ?? message.kind
        (createdOn, dueOn) = (visit.format.time(message.createdAt), visit.format.time(message.dueAt))
        (attempts, problem) = (visit.format.number(message.attempts), message.problem ?? "")
        retry = visit.path("/staff/messages/\(message.id)/attempts")
    }

    static let fields: [String: PageField<Self>] = [
        "kind": .text { $0.kind },
        "createdOn": .text { $0.createdOn },
        "dueOn": .text { $0.dueOn },
        "attempts": .text { $0.attempts },
        "problem": .text { $0.problem },
        "retry": .text { $0.retry },
    ]
}
