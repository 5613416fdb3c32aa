import KohortCore
import KohortWeb
import Tenancy

/// All programmes of the consortium.
struct ProgrammesScreen: Page {
    static let template = "staff/programmes"
    let chrome: Chrome
    let head: DeskHead
    let programmes: [ProgrammeLine]

    init(_ visit: Visit, _ programmes: [Programme]) {
        let title = visit.text("staff.tab.programmes")
        (chrome, head) = (visit.chrome(title), visit.staffHead(.programmes, title))
        self.programmes = programmes.map { ProgrammeLine($0, visit) }
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "any": .flag { !$0.programmes.isEmpty },
        "programmes": .list { $0.programmes },
    ]
}

/// One programme in a list.
struct ProgrammeLine: PageModel {
    let name: String
    let path: String
    let state: String
    let flags: [String]

    init(_ programme: Programme, _ visit: Visit) {
        let name = programme.definition.name.text(in: visit.language)
        (self.name, path) = (name, visit.path("/staff/programmes/\(programme.slug)"))
        state = programme.words(visit)
        flags = programme.definition.flags.map { visit.text("staff.flag.\($0.code.rawValue)", ["programme": name]) }
    }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name }, "path": .text { $0.path }, "state": .text { $0.state }, "flags": .texts { $0.flags },
    ]
}

extension Programme {
    /// How far it has come; a planned one says when it is to start (KS06-1).
    func words(_ visit: Visit) -> String {
        let state = visit.text("staff.programme.\(self.state.rawValue)")
        guard let start = definition.plannedStart else { return state }
        return visit.text(
            "staff.programme.starts",
            ["state": state, "season": visit.text("staff.season.\(start.season.rawValue)"), "year": String(start.year)])
    }
}
