import KohortApp
import KohortOutbound
import KohortWeb

/// A fresh secret, shown this once, with what to do with it.
struct WebhookSecretScreen: Page {
    static let template = "staff/integration-secret"
    let chrome: Chrome
    let head: DeskHead
    let secret: String
    let path: String

    init(_ room: IntegrationsRoom, _ shown: ShownSecret) {
        let title = room.visit.text("integrations.secret.heading")
        (chrome, head) = (room.visit.chrome(title), room.head(title))
        (secret, path) = (shown.secret.text, room.address("/\(shown.webhook)"))
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "secret": .text { $0.secret },
        "path": .text { $0.path },
    ]
}
