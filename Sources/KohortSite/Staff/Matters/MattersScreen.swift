import KohortCore
import KohortWeb
import Tenancy

/// The matters of each kind, the open ones first, and the form for a new one.
struct MattersScreen: Page {
    static let template = "staff/matters"
    let chrome: Chrome
    let head: DeskHead
    let kinds: [MatterGroup]
    let form: DeskForm

    init(
        _ visit: Visit, _ lines: [MatterLine], _ programmes: [Programme], _ refusal: Refusal?, _ notice: DeskNotice?
    ) {
        let title = visit.text("staff.matters.heading")
        (chrome, head) = (visit.chrome(title), visit.staffHead(.matters, title, notice: notice))
        kinds = MatterKind.allCases.map { kind in
            MatterGroup(
                name: visit.text("staff.matter.\(kind.rawValue)"), matters: lines.filter { $0.matter.kind == kind })
        }
        let make = DeskFields(visit: visit, texts: "staff.matter", refusal: refusal)
        let kindNames = MatterKind.allCases.map { ($0.rawValue, visit.text("staff.matter.\($0.rawValue)")) }
        let names = programmes.map { ($0.slug.text, $0.definition.name.text(in: visit.language)) }
        form = DeskForm(
            action: visit.path("/staff/matters"),
            fields: [
                make.choices("kind", .oneOf, kindNames, chosen: []), make.line("title", hinted: true),
                make.choices("programme", .choice, [("", visit.text("staff.matter.no_programme"))] + names, chosen: []),
            ], button: visit.text("staff.matter.press"), once: OnceKey.fresh(visit))
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "kinds": .list { $0.kinds },
        "form": .model { $0.form },
    ]
}

/// The matters of one kind.
struct MatterGroup: PageModel {
    let name: String
    let matters: [MatterLine]

    static let fields: [String: PageField<Self>] = [
        "kind": .text { $0.name }, "any": .flag { !$0.matters.isEmpty }, "matters": .list { $0.matters },
    ]
}

/// One matter, with how it was settled or the form to settle it.
struct MatterLine: PageModel {
    let matter: Matter
    let title: String
    let programme: String
    let raisedOn: String
    let settledOn: String?
    let form: DeskForm?
    let isRefused: Bool

    init(_ matter: Matter, _ programmes: [Programme], _ visit: Visit, _ refusal: Refusal?) {
        self.matter = matter
        title = matter.title.text(in: visit.language)
        programme = programmes.first { $0.id == matter.programme }?.definition.name.text(in: visit.language) ?? ""
        raisedOn = visit.format.time(matter.raisedAt)
        settledOn = matter.settledAt.map { visit.format.time($0) }
        isRefused = refusal != nil
        let make = DeskFields(visit: visit, texts: "staff.matter", idPrefix: "\(matter.id)-", refusal: refusal)
        form =
            matter.settledAt == nil
            ? DeskForm(
                action: visit.path("/staff/matters/\(matter.id)/settlement"),
                fields: [make.optional("settlement", .area, "", hinted: true)],
                button: visit.text("staff.matter.settle.press")) : nil
    }

    static let fields: [String: PageField<Self>] = [
        "title": .text { $0.title },
        "programme": .text { $0.programme },
        "raisedOn": .text { $0.raisedOn },
        "settledOn": .text { $0.settledOn },
        "settlement": .text { $0.matter.settlement },
        "form": .model { $0.form },
        "refused": .flag { $0.isRefused },
    ]
}
