import KohortWeb

/// One part of a page about a trainee: what is said, what there is, and what can be done about it.
struct SheetSection: PageModel {
    var title = ""
    /// Said before the rest.
    var notes: [String] = []
    /// What somebody wrote, as it was typed.
    var prose: [Fact] = []
    var facts: [Fact] = []
    var due: [DueLine] = []
    var timeline: Timeline?
    var table: SheetTable?
    /// What was before, folded.
    var past: SheetTable?
    /// Said where there is nothing.
    var empty = ""
    var forms: [SheetForm] = []
    /// The one step that is to be taken, before the other links.
    var next: ChromeLink?
    var links: [ChromeLink] = []

    static let fields: [String: PageField<Self>] = [
        "title": .text { $0.title },
        "notes": .texts { $0.notes },
        "prose": .list { $0.prose },
        "stated": .flag { !$0.facts.isEmpty },
        "facts": .list { $0.facts },
        "dated": .flag { !$0.due.isEmpty },
        "due": .list { $0.due },
        "timeline": .model { $0.timeline },
        "table": .model { $0.table },
        "past": .model { $0.past },
        "empty": .text { $0.empty },
        "forms": .list { $0.forms },
        "linked": .flag { $0.next != nil || !$0.links.isEmpty },
        "next": .model { $0.next },
        "links": .list { $0.links },
    ]
}
