import KohortCore
import KohortWeb
import Tenancy

/// The endpoints that there are, and the form for a new one.
struct IntegrationsScreen: Page {
    static let template = "staff/integrations"
    let chrome: Chrome
    let head: DeskHead
    let webhooks: [WebhookLine]
    let form: DeskForm

    init(_ room: IntegrationsRoom, _ lines: [WebhookList.Line], _ refusal: Refusal?, _ notice: DeskNotice?) {
        let visit = room.visit
        let title = visit.text("integrations.heading")
        (chrome, head) = (visit.chrome(title), room.head(title, notice: notice))
        webhooks = lines.map { WebhookLine($0, room) }
        form = Self.form(room, refusal)
    }

    private static func form(_ room: IntegrationsRoom, _ refusal: Refusal?) -> DeskForm {
        let visit = room.visit
        let make = DeskFields(visit: visit, texts: "integrations", refusal: refusal)
        let owners = visit.consortium.organisations.map { ($0.slug.text, $0.name.text(in: visit.language)) }
        let owner = make.choices(
            "organisation", .choice, [("", visit.text("integrations.consortium"))] + owners, chosen: [], hinted: true)
        return DeskForm(
            action: room.address(),
            fields: [make.line("url", hinted: true), make.optional("events", .area, "", hinted: true)]
                + (room.employer == nil ? [owner] : []),
            button: visit.text("integrations.add.press"), once: OnceKey.fresh(visit))
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "any": .flag { !$0.webhooks.isEmpty },
        "webhooks": .list { $0.webhooks },
        "form": .model { $0.form },
    ]
}

/// One endpoint in the list.
struct WebhookLine: PageModel {
    let url: String
    let path: String
    let owner: String
    let events: String
    let standing: WebhookStanding
    let pending: String
    let failed: String

    init(_ line: WebhookList.Line, _ room: IntegrationsRoom) {
        let visit = room.visit
        (url, path) = (line.webhook.url, room.address("/\(line.webhook.id)"))
        owner = visit.owner(of: line.webhook)
        events = line.webhook.patterns.texts.joined(separator: ", ")
        standing = WebhookStanding(line.webhook, visit)
        (pending, failed) = (visit.format.number(line.pending), visit.format.number(line.failed))
    }

    static let fields: [String: PageField<Self>] = [
        "url": .text { $0.url },
        "path": .text { $0.path },
        "owner": .text { $0.owner },
        "events": .text { $0.events },
        "mark": .text { $0.standing.mark.rawValue },
        "state": .text { $0.standing.text },
        "pending": .text { $0.pending },
        "failed": .text { $0.failed },
    ]
}

/// How an endpoint fares, in a word with its colour.
struct WebhookStanding {
    let mark: DueLine.Mark
    let text: String

    init(_ webhook: Webhook, _ visit: Visit) {
        if let reason = webhook.reason {
            (mark, text) = (.late, visit.text("integrations.disabled.\(reason.rawValue)"))
        } else if webhook.failures > 0 {
            (mark, text) = (.soon, visit.text("integrations.failing"))
        } else {
            (mark, text) = (.good, visit.text("integrations.active"))
        }
    }
}

extension Visit {
    func owner(of webhook: Webhook) -> String {
        webhook.organisation.map(name(of:)) ?? text("integrations.consortium")
    }
}
