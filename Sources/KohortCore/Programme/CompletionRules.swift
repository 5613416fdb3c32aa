/// How a programme closes and what it ends with.
package struct CompletionRules: Hashable, Sendable, Codable {
    package let steps: [ClosingStep]
    /// No document is awarded before these are done (ROM-11).
    package let requires: [ClosingStep]
    package let documents: [ClosingDocument]
    /// An early hire ends the programme as hired early, not as dropped out (GEN-3).
    package let earlyHireEnds: Bool

    package init(
        steps: [ClosingStep] = [], requires: [ClosingStep] = [], documents: [ClosingDocument] = [],
        earlyHireEnds: Bool = false
    ) {
        self.steps = steps
        self.requires = requires
        self.documents = documents
        self.earlyHireEnds = earlyHireEnds
    }
}

/// A step of the closing.
package enum ClosingStep: String, Sendable, Codable, CaseIterable {
    case evaluation, award
    case studyTrip = "study_trip"
    case projectAssignment = "project_assignment"
}

/// The consortium's diploma or the employer's service certificate.
package enum ClosingDocument: String, Sendable, Codable, CaseIterable { case diploma, certificate }
