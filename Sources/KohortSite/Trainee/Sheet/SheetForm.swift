import KohortWeb

/// A form on a trainee's pages.
struct SheetForm: PageModel {
    enum Look: String { case primary, danger, plain = "" }

    let action: String
    /// What is asked for several times over, a row of fields each; stands before the fields.
    var parts: [SheetFormPart] = []
    var fields: [DeskField] = []
    let button: String
    /// What the button is about, for those who hear a page with several of its kind.
    var of = ""
    var look = Look.primary
    var note = ""
    /// What the form is folded under; empty where it stands open.
    var fold = ""
    /// Unfolded, since it was just refused.
    var isOpen = false
    var sendsFiles = false
    /// For forms that make something: see `OnceKey`.
    var once: String?

    static let fields: [String: PageField<Self>] = [
        "action": .text { $0.action },
        "parts": .list { $0.parts },
        "fields": .list { $0.fields },
        "button": .text { $0.button },
        "of": .text { $0.of },
        "look": .text { $0.look.rawValue },
        "note": .text { $0.note },
        "fold": .text { $0.fold },
        "open": .flag { $0.isOpen },
        "files": .flag { $0.sendsFiles },
        "once": .text { $0.once },
    ]
}

/// Fields that belong together, under a name of their own.
struct SheetFormPart: PageModel {
    let legend: String
    let fields: [DeskField]

    static let fields: [String: PageField<Self>] = ["legend": .text { $0.legend }, "fields": .list { $0.fields }]
}

/// A form that was refused, by its key on the page.
struct RefusedForm {
    let key: String
    let refusal: Refusal
}

/// Makes the forms of one page: the one that was refused keeps what was typed.
struct SheetMaker {
    let visit: Visit
    let refused: RefusedForm?

    /// The fields of a form; texts are `trainee.<key>.<name>`.
    func fields(_ key: String, texts: String? = nil) -> DeskFields {
        DeskFields(
            visit: visit, texts: "trainee.\(texts ?? key)", idPrefix: "\(key)-",
            refusal: isRefused(key) ? refused?.refusal : nil)
    }

    func isRefused(_ key: String) -> Bool { refused?.key == key }

    /// A form with fields, folded unless it was refused or is to stand open. The texts `trainee.<key>.fold` and `.press`.
    func form(
        _ key: String, texts: String? = nil, _ path: String, _ fields: [DeskField], isFolded: Bool = true,
        look: SheetForm.Look = .primary, of name: String = ""
    ) -> SheetForm {
        let words = "trainee.\(texts ?? key)"
        return SheetForm(
            action: visit.path(path), fields: fields, button: visit.text("\(words).press"), of: name, look: look,
            fold: isFolded ? visit.text("\(words).fold") : "", isOpen: isRefused(key),
            once: fields.isEmpty ? nil : OnceKey.fresh(visit))
    }

    /// A button alone.
    func press(_ words: String, _ path: String, of name: String, look: SheetForm.Look = .plain) -> SheetForm {
        SheetForm(action: visit.path(path), button: visit.text("trainee.\(words).press"), of: name, look: look)
    }
}
