/// How a programme closes and what it ends with.
package struct CompletionRules: Equatable, Sendable, Codable {
    package let steps: [ClosingStep]
    /// No document is awarded before these are done (ROM-11).
    package let requires: [ClosingStep]
    package let documents: [ClosingDocument]
    /// An early hire ends the programme as hired early, not as dropped out (GEN-3).
    package let earlyHireEnds: Bool
}

/// A step of the closing.
package enum ClosingStep: String, Sendable, Codable, CaseIterable {
    case evaluation, award
    case studyTrip = "study_trip"
    case projectAssignment = "project_assignment"
}

/// The consortium's diploma or the employer's service certificate.
package enum ClosingDocument: String, Sendable, Codable, CaseIterable { case diploma, certificate }

extension CompletionRules {
    init(_ keys: Keys) {
        let steps = keys.list("steps", 0...10).map { $0.word(or: ClosingStep.evaluation) }
        let requires = keys.list("requires", 0...10).map { $0.word(or: ClosingStep.evaluation) }
        self.steps = steps
        self.requires = requires
        documents = keys.list("documents", 0...2).map { $0.word(or: .diploma) }
        earlyHireEnds = keys.optional("early_hire_ends")?.flag() ?? false
        let known = Listing.of(steps.map(\.rawValue))
        keys.check(
            Set(requires).isSubset(of: steps), "requires", with: ["steps"], .valueConflict,
            allowed: "steps of the closing: \(known)")
    }
}
