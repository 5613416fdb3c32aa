import Delivery
import Hummingbird
import KohortCore
import KohortWeb
import Tenancy

/// What became of everybody, what the members found, and the closing itself.
enum CohortClosingDesk {
    static func show(_ request: Request, _ room: CohortVisit) async throws -> Response {
        try await page(room, notice: room.visit.doneNotice(try QueryParameters(request)))
    }

    static func record(_ request: Request, _ room: CohortVisit) async throws -> Response {
        let typed = try await request.form(room.visit.context)
        return try await room.attempt(typed, then: "/closing", done: "outcome.recorded") {
            guard let trainee = TraineeID(typed.text("trainee")) else {
                throw Rejection.invalid("trainee", "choice.required")
            }
            guard let kind = OutcomeKind(rawValue: typed.text("kind")) else {
                throw Rejection.invalid("kind", "choice.required")
            }
            let command = RecordOutcome(trainee: trainee, kind: kind, on: try room.visit.day(typed, "on"))
            _ = try await room.visit.perform(command, idempotency: OnceKey.key(of: typed))
        } or: {
            try await page(room, refused: RefusedForm(key: CohortClosingForms.outcome, refusal: $0))
        }
    }

    static func complete(_ request: Request, _ room: CohortVisit) async throws -> Response {
        let typed = try await request.form(room.visit.context)
        return try await room.attempt(typed, then: "/closing", done: "trainee.completed") {
            guard let trainee = TraineeID(typed.text("trainee")) else {
                throw Rejection.invalid("trainee", "choice.required")
            }
            try await room.visit.complete(trainee, on: try room.visit.day(typed, "on"))
        } or: {
            try await page(room, refused: RefusedForm(key: CohortClosingForms.completion, refusal: $0))
        }
    }

    static func close(_ request: Request, _ room: CohortVisit) async throws -> Response {
        try await room.attempt(then: "/closing", done: "cohort.closed") {
            try await room.visit.perform(CloseCohort(cohort: room.id))
        } or: {
            try await page(room, notice: $0.notice(room.visit))
        }
    }

    private static func page(
        _ room: CohortVisit, refused: RefusedForm? = nil, notice: DeskNotice? = nil
    ) async throws -> Response {
        let outcomes = try await room.visit.fetch(CohortOutcomes(cohort: room.reference))
        let evaluations = try await room.visit.fetch(EvaluationsOfCohort(cohort: room.id))
        let notice = refused.map { $0.refusal.notice(room.visit, idPrefix: "\($0.key)-") } ?? notice
        let forms = CohortClosingForms(room: room, outcomes: outcomes, refused: refused)
        let screen = CohortClosingScreen(room, outcomes, evaluations, forms, notice)
        return try room.visit.page(
            screen, status: refused?.refusal.status ?? (notice?.isRefusal == true ? .conflict : .ok))
    }
}

struct CohortClosingScreen: Page {
    static let template = "staff/closing"
    let chrome: Chrome
    let head: DeskHead
    let kinds: [String]
    let trainees: [OutcomeRow]
    let form: DeskForm?
    let completion: DeskForm?
    let evaluations: [EvaluationLine]
    let stage: CohortStage
    let close: String

    init(
        _ room: CohortVisit, _ outcomes: [CohortOutcomes.Line], _ evaluations: [Evaluation],
        _ forms: CohortClosingForms, _ notice: DeskNotice?
    ) {
        let (visit, title) = (room.visit, room.visit.text("cohort.tab.closing"))
        (chrome, head) = (visit.chrome("\(title), \(room.name)"), room.head(.closing, title, notice: notice))
        kinds = OutcomeKind.allCases.map { visit.text("cohort.outcome.\($0.rawValue)") }
        trainees = outcomes.map { OutcomeRow($0, visit) }
        (form, completion) = (forms.ofOutcome, forms.ofCompletion)
        self.evaluations = evaluations.compactMap { EvaluationLine($0, visit) }
        (stage, close) = (room.standing.stage, room.address("/closing"))
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "kinds": .texts { $0.kinds },
        "any": .flag { !$0.trainees.isEmpty },
        "trainees": .list { $0.trainees },
        "form": .model { $0.form },
        "completion": .model { $0.completion },
        "evaluated": .flag { !$0.evaluations.isEmpty },
        "evaluations": .list { $0.evaluations },
        "closed": .flag { $0.stage == .closed },
        "over": .flag { $0.stage == .toBeClosed },
        "close": .text { $0.close },
    ]
}

/// What became of one trainee: a day for each fact.
struct OutcomeRow: PageModel {
    let name, path, state: String
    let cells: [OutcomeCell]

    init(_ line: CohortOutcomes.Line, _ visit: Visit) {
        (name, path) = (line.trainee.name, visit.path("/trainees/\(line.trainee.id)"))
        state = visit.text("cohort.state.\(line.trainee.state.rawValue)")
        cells = OutcomeKind.allCases.map { kind in
            let day = line.facts.first { $0.kind == kind }?.on
            return OutcomeCell(
                label: visit.text("cohort.outcome.\(kind.rawValue)"), day: day.map { visit.format.date($0) } ?? "–")
        }
    }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name }, "path": .text { $0.path }, "state": .text { $0.state },
        "cells": .list { $0.cells },
    ]
}

struct OutcomeCell: PageModel {
    let label, day: String
    static let fields: [String: PageField<Self>] = ["label": .text { $0.label }, "day": .text { $0.day }]
}

/// A member's part of the joint evaluation.
struct EvaluationLine: PageModel {
    let member, text: String

    init?(_ evaluation: Evaluation, _ visit: Visit) {
        guard case .member(let id) = evaluation.of else { return nil }
        let name = visit.consortium.organisations.first { $0.id == id }?.name.text(in: visit.language)
        (member, text) = (name ?? "", evaluation.text)
    }

    static let fields: [String: PageField<Self>] = ["member": .text { $0.member }, "text": .text { $0.text }]
}
