import Delivery
import KohortCore
import KohortStore
import KohortWeb

/// The pages around one trainee.
enum TraineePage: String, CaseIterable {
    case overview, placements, people, talks, goals, project, evaluation, leaves, closing

    var path: String { self == .overview ? "" : "/" + rawValue }

    /// Whether there is something in it for this visitor.
    func isShown(to room: TraineeVisit) -> Bool {
        switch self {
        case .overview, .talks: return true
        case .placements: return room.rights.contains(.planPlacements)
        case .people: return !room.rights.isDisjoint(with: [.nameMentor, .nameSupervisor, .keepLine])
        case .goals: return !room.rights.isDisjoint(with: [.reachGoal, .recordEducation])
        case .project: return room.rights.contains(.readProject)
        case .evaluation: return !room.rights.isDisjoint(with: [.evaluateProgramme, .readEvaluations])
        case .leaves: return room.rights.contains(.recordLeave)
        case .closing: return !room.rights.isDisjoint(with: [.recordOutcome, .completeTrainee, .tickChecklist])
        }
    }

    /// Whether the programme has anything of the kind.
    func isIn(_ rules: ProgrammeRules) -> Bool {
        self != .project || rules.completion.steps.contains(.projectAssignment)
    }

    /// Its parts, with what was typed into the form that was refused.
    func sections(_ room: TraineeVisit, _ maker: SheetMaker) async throws -> [SheetSection] {
        switch self {
        case .overview: try await OverviewParts(room).sections()
        case .placements: try await PlacementParts(room, maker).sections()
        case .people: try await PeopleParts(room, maker).sections()
        case .talks: try await TalkParts(room, maker).sections()
        case .goals: try await GoalParts(room, maker).sections()
        case .project: try await ProjectParts(room, maker).sections()
        case .evaluation: try await EvaluationParts(room, maker).sections()
        case .leaves: LeaveParts(room, maker).sections()
        case .closing: try await ClosingParts(room, maker).sections()
        }
    }
}

extension TraineeVisit {
    /// The top of a page, with the ways to the others that this visitor has.
    func head(_ page: TraineePage?, _ title: String, notice: DeskNotice?) -> DeskHead {
        let tabs = TraineePage.allCases.filter { $0.isShown(to: self) && $0.isIn(rules) }.map { tab in
            ChromeLink(label: text("tab.\(tab.rawValue)"), path: visit.path(path(tab.path)), isCurrent: tab == page)
        }
        return DeskHead(
            title: title, crumbs: crumbs, here: detail.trainee.name, tabs: tabs, room: detail.trainee.name,
            notice: notice)
    }

    private var crumbs: [ChromeLink] { visit.way(to: detail.trainee, detail.placements.map(\.placement.id)) }
}
