import KohortCore
import KohortWeb
import Tenancy

/// An endpoint, what it was sent lately, and the forms to act on it.
struct IntegrationScreen: Page {
    static let template = "staff/integration"
    let chrome: Chrome
    let head: DeskHead
    let webhook: Webhook
    let standing: WebhookStanding
    let facts: [Fact]
    let deliveries: [DeliveryLine]
    let base: String
    let replay: DeskForm
    let rotate: DeskForm

    init(_ room: IntegrationsRoom, _ detail: WebhookDetail.Answer, _ refusal: Refusal?, _ notice: DeskNotice?) {
        let visit = room.visit
        webhook = detail.webhook
        (chrome, head) = (visit.chrome(webhook.url), room.head(webhook.url, notice: notice, isOne: true))
        standing = WebhookStanding(webhook, visit)
        facts = Self.facts(webhook, visit)
        let base = room.address("/\(webhook.id)")
        self.base = base
        deliveries = detail.deliveries.map { DeliveryLine($0, base, visit) }
        let make = DeskFields(visit: visit, texts: "integrations", refusal: refusal)
        replay = DeskForm(
            action: base + "/replays", fields: [make.field("from", .number, "", true)],
            button: visit.text("integrations.replay.press"))
        rotate = DeskForm(
            action: base + "/secrets", fields: [make.field("hours", .number, "24", true)],
            button: visit.text("integrations.rotate.press"), once: OnceKey.fresh(visit))
    }

    private static func facts(_ webhook: Webhook, _ visit: Visit) -> [Fact] {
        var facts = [
            Fact(visit.text("integrations.owner"), visit.owner(of: webhook)),
            Fact(visit.text("integrations.events"), webhook.patterns.texts),
            Fact(visit.text("integrations.added"), visit.format.time(webhook.createdAt)),
        ]
        if let until = webhook.previousUntil, visit.arrival < until {
            facts.append(Fact(visit.text("integrations.previous_until"), visit.format.time(until)))
        }
        return facts
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "mark": .text { $0.standing.mark.rawValue },
        "state": .text { $0.standing.text },
        "facts": .list { $0.facts },
        "any": .flag { !$0.deliveries.isEmpty },
        "deliveries": .list { $0.deliveries },
        "active": .flag { $0.webhook.state == .active },
        "base": .text { $0.base },
        "replay": .model { $0.replay },
        "rotate": .model { $0.rotate },
    ]
}

/// One event on its way to the endpoint.
struct DeliveryLine: PageModel {
    let number: String
    let what: String
    let name: String
    let mark: DueLine.Mark
    let state: String
    let due: String?
    let attempts: [AttemptLine]
    let replay: String

    init(_ tried: WebhookDetail.Tried, _ base: String, _ visit: Visit) {
        let delivery = tried.delivery
        (number, name) = (String(delivery.event), delivery.name)
        what = visit.site.texts.text("event.\(delivery.name)", in: visit.language) ?? delivery.name
        mark =
            switch delivery.state {
            case .pending: delivery.attempts == 0 ? .ahead : .soon
            case .delivered: .good
            case .failed, .givenUp: .late
            }
        state = visit.text("integrations.delivery.\(delivery.state.rawValue)")
        due = delivery.state == .pending ? visit.format.exactTime(delivery.dueAt) : nil
        attempts = tried.attempts.map { AttemptLine($0, visit) }
        replay = base + "/deliveries/\(delivery.id)/attempts"
    }

    static let fields: [String: PageField<Self>] = [
        "number": .text { $0.number },
        "what": .text { $0.what },
        "name": .text { $0.name },
        "mark": .text { $0.mark.rawValue },
        "state": .text { $0.state },
        "due": .text { $0.due },
        "tried": .flag { !$0.attempts.isEmpty },
        "attempts": .list { $0.attempts },
        "replay": .text { $0.replay },
    ]
}

/// One attempt: when, what came back, how long it took.
struct AttemptLine: PageModel {
    let moment: String
    let result: String
    let milliseconds: String
    let answer: String

    init(_ attempt: DeliveryAttempt, _ visit: Visit) {
        moment = visit.format.exactTime(attempt.at)
        result =
            attempt.status.map { "HTTP \($0)" } ?? visit.text("integrations.failure.\(attempt.failure ?? "local")")
        (milliseconds, answer) = (visit.format.number(attempt.milliseconds), attempt.answer)
    }

    static let fields: [String: PageField<Self>] = [
        "moment": .text { $0.moment },
        "result": .text { $0.result },
        "milliseconds": .text { $0.milliseconds },
        "answer": .text { $0.answer },
    ]
}
