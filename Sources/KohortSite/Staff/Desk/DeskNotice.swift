import KohortWeb

/// What became of the form that was just sent: done, or refused and why.
struct DeskNotice: PageModel {
    let isRefusal: Bool
    let text: String
    /// What is wrong, each with a link to the field that it is about.
    var problems: [FieldLink] = []

    struct FieldLink: PageModel {
        let field: String
        let text: String

        static let fields: [String: PageField<Self>] = ["field": .text { $0.field }, "text": .text { $0.text }]
    }

    static let fields: [String: PageField<Self>] = [
        "refused": .flag { $0.isRefusal },
        "text": .text { $0.text },
        "wrong": .flag { !$0.problems.isEmpty },
        "problems": .list { $0.problems },
    ]
}

extension Visit {
    /// Says what was done just before, when the address names a deed that there are words for (`?done=…`).
    func doneNotice(_ query: QueryParameters) -> DeskNotice? {
        guard let code = query["done"], let text = site.texts.text("done.\(code)", in: language) else { return nil }
        return DeskNotice(isRefusal: false, text: text)
    }
}
