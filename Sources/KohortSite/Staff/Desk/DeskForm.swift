import KohortWeb

/// A form that stands alone: where it goes, its fields, and what its button says.
struct DeskForm: PageModel {
    let action: String
    var fields: [DeskField] = []
    let button: String
    /// For forms that make something: see `OnceKey`.
    var once: String?

    static let fields: [String: PageField<Self>] = [
        "action": .text { $0.action },
        "fields": .list { $0.fields },
        "button": .text { $0.button },
        "once": .text { $0.once },
    ]
}
