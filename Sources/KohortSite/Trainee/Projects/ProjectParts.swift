import Delivery
import KohortCore
import KohortStore
import KohortWeb

/// The closing work: named and handed in by the trainee, assessed by the lead.
struct ProjectParts {
    let room: TraineeVisit
    let maker: SheetMaker

    init(_ room: TraineeVisit, _ maker: SheetMaker) { (self.room, self.maker) = (room, maker) }

    private var visit: Visit { room.visit }

    func sections() async throws -> [SheetSection] {
        guard TraineePage.project.isIn(room.rules) else {
            return [SheetSection(empty: visit.text("conflict.project.not_in_programme"))]
        }
        let project = try await visit.fetch(ProjectOfTrainee(trainee: room.id))
        return [project.map(standing) ?? SheetSection(empty: room.text("project.none")), forms(project)]
    }

    private func standing(_ project: Project) -> SheetSection {
        var facts = [
            Fact(room.text("project.title"), project.title),
            Fact(room.text("project.state"), room.text("project.state.\(project.state.rawValue)")),
        ]
        if let at = project.handedInAt { facts.append(Fact(room.text("project.handed_in"), visit.format.time(at))) }
        if let at = project.assessedAt { facts.append(Fact(room.text("project.assessed"), visit.format.time(at))) }
        let words = [
            project.summary.isEmpty ? nil : Fact(room.text("project.summary"), project.summary),
            project.comment.isEmpty ? nil : Fact(room.text("project.comment"), project.comment),
        ]
        let paper = project.paper.map {
            ChromeLink(
                label: room.text("project.paper.open", ["name": $0.name, "size": visit.format.size($0.file.size)]),
                path: visit.path(room.path("/project/paper")), isCurrent: false)
        }
        return SheetSection(prose: words.compactMap(\.self), facts: facts, links: [paper].compactMap(\.self))
    }

    private func forms(_ project: Project?) -> SheetSection {
        var forms: [SheetForm] = []
        if room.may(.writeProject), project?.state != .passed {
            let name = maker.fields("name_project").line("title", project?.title ?? "")
            forms.append(maker.form("name_project", room.path("/project"), [name], isFolded: project != nil))
            if let project {
                let make = maker.fields("hand_in")
                var form = maker.form(
                    "hand_in", room.path("/project/submission"),
                    [make.field("summary", .area, project.summary), make.optional("paper", .file, hinted: true)],
                    isFolded: false)
                form.sendsFiles = true
                forms.append(form)
            }
        }
        if room.may(.assessProject), project?.state == .handedIn {
            let make = maker.fields("assess")
            let verdicts = AssessProject.Verdict.allCases.map {
                (value: $0.rawValue, label: room.text("assess.verdict.\($0.rawValue)"))
            }
            forms.append(
                maker.form(
                    "assess", room.path("/project/assessment"),
                    [
                        make.choices("verdict", .oneOf, verdicts, chosen: []),
                        make.optional("comment", .area, hinted: true),
                    ],
                    isFolded: false))
        }
        return SheetSection(forms: forms)
    }
}
