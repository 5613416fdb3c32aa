import KohortCore
import KohortStore

/// Says what the project is about; until it is passed.
package struct NameProject: Command {
    package static let permission = Permission.writeProject
    package static let events: [any Event.Type] = [ProjectBegun.self]
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID
    package let title: String

    package init(trainee: TraineeID, title: String) { (self.trainee, self.title) = (trainee, title) }

    package func perform(in write: borrowing Write) throws -> Done {
        let (trainee, cohort) = try write.openTrainee(trainee)
        try cohort.checkHasProject()
        var problems: [FieldProblem] = []
        let title = WrittenText.line(title, field: "title", problems: &problems)
        try problems.throwIfAny()
        if var project = try write.first(Project.self, "where trainee = \(trainee.id)") {
            guard project.state != .passed else { throw Rejection.conflict("project.passed") }
            project.title = title
            try write.update(project)
        } else {
            try write.insert(Project(trainee: trainee.id, title: title, state: .begun, summary: "", comment: ""))
            try write.record(ProjectBegun(trainee: trainee.id, employer: trainee.employer))
        }
        return Done()
    }
}

/// Hands the project in, with a summary and a paper; again after it was returned, and as often as it is not assessed.
package struct HandInProject: Command {
    package static let permission = Permission.writeProject
    package static let events: [any Event.Type] = [ProjectHandedIn.self]
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID
    package let summary: String
    /// At most 10 MB; the one handed in before stays where none is given.
    package let paper: Project.Paper?

    package init(trainee: TraineeID, summary: String, paper: Project.Paper?) {
        (self.trainee, self.summary, self.paper) = (trainee, summary, paper)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let (trainee, _) = try write.openTrainee(trainee)
        var project = try write.find(Project.self, trainee.id)
        guard project.state != .passed else { throw Rejection.conflict("project.passed") }
        var problems: [FieldProblem] = []
        project.summary = WrittenText.required(summary, field: "summary", problems: &problems)
        if let paper, !(1...10_000_000).contains(paper.file.size) {
            problems.append(FieldProblem("paper", "document.too_large", ["limit": "10000000"]))
        }
        try problems.throwIfAny()
        if let paper {
            if let old = project.paper { try write.release(old.file.hash) }
            try write.retain(paper.file)
            project.paper = paper
        }
        (project.state, project.handedInAt) = (.handedIn, write.now)
        try write.update(project)
        try write.record(ProjectHandedIn(trainee: trainee.id, employer: trainee.employer))
        return Done()
    }
}

/// Passes what was handed in, or returns it with a comment.
package struct AssessProject: Command {
    package enum Verdict: String, Hashable, Sendable, Codable, CaseIterable { case passed, returned }

    package static let permission = Permission.assessProject
    package static let events: [any Event.Type] = [ProjectAssessed.self]
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID
    package let verdict: Verdict
    package let comment: String

    package init(trainee: TraineeID, verdict: Verdict, comment: String) {
        (self.trainee, self.verdict, self.comment) = (trainee, verdict, comment)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let (trainee, _) = try write.openTrainee(trainee)
        var project = try write.find(Project.self, trainee.id)
        guard project.state == .handedIn else { throw Rejection.conflict("project.not_handed_in") }
        var problems: [FieldProblem] = []
        project.comment =
            verdict == .returned
            ? WrittenText.required(comment, field: "comment", problems: &problems)
            : WrittenText.prose(comment, field: "comment", problems: &problems)
        try problems.throwIfAny()
        project.state = verdict == .passed ? .passed : .returned
        project.assessedAt = write.now
        try write.update(project)
        try write.record(ProjectAssessed(trainee: trainee.id, employer: trainee.employer, verdict: verdict))
        return Done()
    }
}

/// A trainee's project; nil before it is named.
package struct ProjectOfTrainee: Query {
    package static let permission = Permission.readProject
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID

    package init(trainee: TraineeID) { self.trainee = trainee }

    package func fetch(in read: borrowing Read) throws -> Project? {
        try read.first(Project.self, "where trainee = \(try read.trainee(trainee).0.id)")
    }
}

extension CohortPlan {
    fileprivate func checkHasProject() throws(Rejection) {
        guard rules.completion.steps.contains(.projectAssignment) else {
            throw .conflict("project.not_in_programme")
        }
    }
}
