import KohortWeb

/// A page made of parts, with a timeline above and panels beside where it has them.
struct SheetScreen: Page {
    static let template = "trainee/sheet"
    let chrome: Chrome
    let head: DeskHead
    /// One line under the heading.
    var lead = ""
    var timeline: Timeline?
    var panels: [SheetSection] = []
    let sections: [SheetSection]

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "lead": .text { $0.lead },
        "timeline": .model { $0.timeline },
        "beside": .flag { !$0.panels.isEmpty },
        "panels": .list { $0.panels },
        "sections": .list { $0.sections },
    ]
}
