import KohortCore
import KohortWeb
import Tenancy

/// One programme: its cohorts and the rules of each version, the newest first.
struct ProgrammeVersionsScreen: Page {
    static let template = "staff/programme"
    let chrome: Chrome
    let head: DeskHead
    let state: String
    let summary: String
    let flags: [String]
    let assumed: [String]
    let cohorts: [CohortLine]
    let versions: [VersionPart]

    init(_ visit: Visit, _ answer: ProgrammeVersions.Answer) {
        let definition = answer.programme.definition
        let name = definition.name.text(in: visit.language)
        let all = ChromeLink(
            label: visit.text("staff.tab.programmes"), path: visit.path("/staff/programmes"), isCurrent: false)
        (chrome, head) = (visit.chrome(name), visit.staffHead(.programmes, name, crumbs: [all]))
        (state, assumed) = (answer.programme.words(visit), definition.assumed)
        summary = definition.summary?.text(in: visit.language) ?? ""
        flags = answer.flags.map { visit.text("staff.flag.\($0.code.rawValue)", ["programme": name]) }
        cohorts = answer.cohorts.map { CohortLine($0, visit) }
        versions = answer.versions.map { VersionPart($0, isNewest: $0.number == answer.programme.version, visit) }
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "state": .text { $0.state },
        "summary": .text { $0.summary },
        "flags": .texts { $0.flags },
        "anyAssumed": .flag { !$0.assumed.isEmpty },
        "assumed": .texts { $0.assumed },
        "anyCohorts": .flag { !$0.cohorts.isEmpty },
        "cohorts": .list { $0.cohorts },
        "versions": .list { $0.versions },
    ]
}

/// One cohort of a programme, with the version it runs by.
struct CohortLine: PageModel {
    let name: String
    let when: String
    let state: String
    let version: String

    init(_ cohort: Cohort, _ visit: Visit) {
        name =
            cohort.definition.number.map { visit.text("staff.cohort.number", ["number": String($0)]) }
            ?? cohort.slug.text
        when =
            cohort.period.map { visit.format.days($0.start, $0.lastDay) } ?? cohort.definition.year.map { String($0) }
            ?? ""
        state = visit.text("staff.cohort.\(cohort.state.rawValue)")
        version = String(cohort.version)
    }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name }, "when": .text { $0.when }, "state": .text { $0.state },
        "version": .text { $0.version },
    ]
}

/// One version of a programme's rules.
struct VersionPart: PageModel {
    let label: String
    let madeOn: String
    let isNewest: Bool
    let facts: [Fact]

    init(_ version: ProgrammeVersion, isNewest: Bool, _ visit: Visit) {
        label = visit.text("staff.version", ["number": String(version.number), "label": version.label])
        madeOn = visit.format.time(version.madeAt)
        self.isNewest = isNewest
        facts = RuleFacts(visit).facts(of: version.rules)
    }

    static let fields: [String: PageField<Self>] = [
        "label": .text { $0.label },
        "madeOn": .text { $0.madeOn },
        "newest": .flag { $0.isNewest },
        "facts": .list { $0.facts },
    ]
}
